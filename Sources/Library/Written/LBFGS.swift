extension WrittenLibrary {
  /// `torch.optim.LBFGS`.
  static let lbfgs = #"""
    """L-BFGS: steps along directions that the last gradients' changes suggest."""
    import torch
    from _optimizer import Optimizer


    class _Place:
        """A point on the line: the step's length, the loss there, its gradient and the slope along the line."""

        def __init__(self, length, loss, gradient, direction):
            self.length, self.loss, self.gradient = length, loss, gradient
            self.slope = gradient.dot(direction)


    def _cubic_minimum(a, b, bounds=None):
        """Where the cubic through two places with these slopes is least, inside the bounds; their middle where it has no minimum."""
        low, high = bounds if bounds is not None else (min(a.length, b.length), max(a.length, b.length))
        bend = a.slope + b.slope - 3 * (a.loss - b.loss) / (a.length - b.length)
        square = bend ** 2 - a.slope * b.slope
        if square < 0:
            return (low + high) / 2.0
        if a.length > b.length:
            a, b = b, a
        root = square.sqrt()
        least = b.length - (b.length - a.length) * ((b.slope + root - bend) / (b.slope - a.slope + 2 * root))
        return min(max(least, low), high)


    def _strong_wolfe(evaluate, start, length, direction, tolerance_change, most, c1=1e-4, c2=0.9):
        """A length at which the loss is low enough and flat enough: Nocedal & Wright, algorithms 3.5 and 3.6. Returns the place and
        the number of evaluations."""
        scale = direction.abs().max()
        previous, now = start, evaluate(length)
        evaluations, tries, done = 1, 0, False
        bracket = None
        while tries < most:
            too_high = now.loss > start.loss + c1 * now.length * start.slope
            if too_high or (tries > 1 and now.loss >= previous.loss):
                bracket = [previous, now]
                break
            if abs(now.slope) <= -c2 * start.slope:
                bracket, done = [now], True
                break
            if now.slope >= 0:
                bracket = [previous, now]
                break
            bounds = (now.length + 0.01 * (now.length - previous.length), now.length * 10)
            longer = _cubic_minimum(previous, now, bounds)
            previous, now = now, evaluate(longer)
            evaluations += 1
            tries += 1
        if bracket is None:
            bracket = [start, now]
        low, high = (0, 1) if bracket[0].loss <= bracket[-1].loss else (1, 0)
        slow = False
        while not done and tries < most:
            ends = (bracket[0].length, bracket[1].length)
            if abs(ends[1] - ends[0]) * scale < tolerance_change:
                break
            middle = _cubic_minimum(*bracket)
            # Steps that stay at an end of the bracket shorten it too little: the second one moves a tenth inside.
            margin = 0.1 * (max(ends) - min(ends))
            if min(max(ends) - middle, middle - min(ends)) < margin:
                if slow or middle >= max(ends) or middle <= min(ends):
                    at_far_end = abs(middle - max(ends)) < abs(middle - min(ends))
                    middle = max(ends) - margin if at_far_end else min(ends) + margin
                    slow = False
                else:
                    slow = True
            else:
                slow = False
            now = evaluate(middle)
            evaluations += 1
            tries += 1
            if now.loss > start.loss + c1 * now.length * start.slope or now.loss >= bracket[low].loss:
                bracket[high] = now
                low, high = (0, 1) if bracket[0].loss <= bracket[1].loss else (1, 0)
            else:
                if abs(now.slope) <= -c2 * start.slope:
                    done = True
                elif now.slope * (bracket[high].length - bracket[low].length) >= 0:
                    bracket[high] = bracket[low]
                bracket[low] = now
        return bracket[low if len(bracket) > 1 else 0], evaluations


    class LBFGS(Optimizer):
        """Nocedal & Wright, Numerical Optimization, algorithm 7.4, with a fixed step length or a search along the line; all parameters
        form one vector."""

        def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-07, tolerance_change=1e-09, history_size=100,
                     line_search_fn=None):
            if not 0.0 <= lr:
                raise ValueError(f'Invalid learning rate: {lr}')
            if max_eval is None:
                max_eval = max_iter * 5 // 4
            super().__init__(params, dict(lr=lr, max_iter=max_iter, max_eval=max_eval, tolerance_grad=tolerance_grad,
                                          tolerance_change=tolerance_change, history_size=history_size,
                                          line_search_fn=line_search_fn))
            if len(self.param_groups) != 1:
                raise ValueError("LBFGS doesn't support per-parameter options (parameter groups)")
            self._params = self.param_groups[0]['params']

        def _gradient(self):
            return torch.cat([(torch.zeros_like(p) if p.grad is None else p.grad).reshape(-1) for p in self._params], 0)

        def _move(self, length, direction):
            start = 0
            for p in self._params:
                count = p.numel()
                p.data.add_(direction[start:start + count].view(p.shape), alpha=length)
                start += count

        def _search(self, closure, loss, gradient, length, direction, group, most):
            """The place on the line that the search finds in so many tries, to which the parameters are moved, and the number of
            evaluations."""
            if group['line_search_fn'] != 'strong_wolfe':
                raise RuntimeError("only 'strong_wolfe' is supported")
            origin = [p.detach().clone() for p in self._params]

            def evaluate(length):
                self._move(length, direction)
                loss = float(closure())
                gradient = self._gradient()
                for p, values in zip(self._params, origin):
                    p.data.copy_(values)
                return _Place(length, loss, gradient, direction)

            start = _Place(0, loss, gradient, direction)
            place, evaluations = _strong_wolfe(evaluate, start, length, direction, group['tolerance_change'], most)
            self._move(place.length, direction)
            return place, evaluations

        @staticmethod
        def _direction(gradient, steps, changes, scale):
            """The two-loop recursion: minus the gradient times the inverse Hessian that the history suggests."""
            inverse = [1.0 / change.dot(step) for step, change in zip(steps, changes)]
            weights = [0.0] * len(steps)
            q = gradient.neg()
            for i in reversed(range(len(steps))):
                weights[i] = steps[i].dot(q) * inverse[i]
                q = q.add(changes[i], alpha=-weights[i].item())
            q = q.mul(scale)
            for i in range(len(steps)):
                correction = changes[i].dot(q) * inverse[i]
                q = q.add(steps[i], alpha=(weights[i] - correction).item())
            return q

        @torch.no_grad()
        def step(self, closure):
            """Evaluates the closure, which computes the loss and its gradients, and takes up to max_iter steps."""
            closure = torch.enable_grad()(closure)
            group = self.param_groups[0]
            lr, change_limit = group['lr'], group['tolerance_change']
            state = self.state[self._params[0]]
            state.setdefault('func_evals', 0)
            state.setdefault('n_iter', 0)
            first_loss = closure()
            loss = float(first_loss)
            evaluations = 1
            state['func_evals'] += 1
            gradient = self._gradient()
            if float(gradient.abs().max()) <= group['tolerance_grad']:
                return first_loss
            direction, length = state.get('d'), state.get('t')
            changes, steps = state.get('old_dirs', []), state.get('old_stps', [])
            scale, previous, previous_loss = state.get('H_diag'), state.get('prev_flat_grad'), state.get('prev_loss')
            iteration = 0
            while iteration < group['max_iter']:
                iteration += 1
                state['n_iter'] += 1
                if state['n_iter'] == 1:
                    direction, changes, steps, scale = gradient.neg(), [], [], 1
                else:
                    change, step = gradient.sub(previous), direction.mul(length)
                    curvature = change.dot(step)
                    if curvature > 1e-10:
                        if len(changes) == group['history_size']:
                            changes.pop(0)
                            steps.pop(0)
                        changes.append(change)
                        steps.append(step)
                        scale = (curvature / change.dot(change)).item()
                    direction = self._direction(gradient, steps, changes, scale)
                previous, previous_loss = gradient.clone(), loss
                length = min(1.0, 1.0 / float(gradient.abs().sum())) * lr if state['n_iter'] == 1 else lr
                slope = float(gradient.dot(direction))
                if slope > -change_limit:
                    break
                used = 0
                if group['line_search_fn'] is not None:
                    place, used = self._search(closure, loss, gradient, length, direction, group,
                                               group['max_eval'] - evaluations)
                    loss, gradient, length = place.loss, place.gradient, place.length
                else:
                    self._move(length, direction)
                    if iteration != group['max_iter']:
                        loss = float(closure())
                        gradient = self._gradient()
                        used = 1
                evaluations += used
                state['func_evals'] += used
                if iteration == group['max_iter'] or evaluations >= group['max_eval']:
                    break
                if float(gradient.abs().max()) <= group['tolerance_grad']:
                    break
                if float(direction.mul(length).abs().max()) <= change_limit or abs(loss - previous_loss) < change_limit:
                    break
            state.update(d=direction, t=length, old_dirs=changes, old_stps=steps, H_diag=scale, prev_flat_grad=previous,
                         prev_loss=previous_loss)
            return first_loss
    """#
}
