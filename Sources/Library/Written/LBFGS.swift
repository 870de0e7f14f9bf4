extension WrittenLibrary {
  /// `torch.optim.LBFGS`.
  static let lbfgs = #"""
    """L-BFGS: steps along directions that the last gradients' changes suggest."""
    import torch
    from _optimizer import Optimizer


    class LBFGS(Optimizer):
        """Nocedal & Wright, Numerical Optimization, algorithm 7.4, with a fixed step length; all parameters form one vector."""

        def __init__(self, params, lr=1, max_iter=20, max_eval=None, tolerance_grad=1e-07, tolerance_change=1e-09, history_size=100,
                     line_search_fn=None):
            if not 0.0 <= lr:
                raise ValueError(f'Invalid learning rate: {lr}')
            if line_search_fn is not None:
                raise NotImplementedError("LBFGS: line_search_fn is not supported by Lectern; leave it out and choose lr")
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
                self._move(length, direction)
                used = 0
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
