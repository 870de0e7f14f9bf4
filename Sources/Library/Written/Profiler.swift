extension WrittenLibrary {
  /// `torch.autograd.profiler` and `torch.profiler`: how long named stretches of a program took.
  static let profiler = #"""
    """How long stretches of a program took: the whole block, and those named by record_function. Operations are not listed one by one."""
    import time

    _running = []


    class FunctionEventAvg:
        """A stretch that ran `count` times."""

        def __init__(self, key):
            self.key, self.count, self.cpu_time_total = key, 0, 0.0

        self_cpu_time_total = property(lambda self: self.cpu_time_total)
        cpu_time = property(lambda self: self.cpu_time_total / max(1, self.count))


    def _time(us):
        return f'{us / 1e6:.3f}s' if us >= 1e6 else f'{us / 1e3:.3f}ms' if us >= 1e3 else f'{us:.3f}us'


    class EventList(list):
        """Stretches, as a table."""

        def table(self, sort_by=None, row_limit=100, **kwargs):
            rows = list(self)
            if sort_by:
                rows = sorted(rows, key=lambda row: -row.count if sort_by == 'count' else -row.cpu_time_total)
            total = sum(row.cpu_time_total for row in self)
            width = max([len(row.key) for row in rows[:row_limit]] + [8])
            line = '  '.join(['-' * width, '-' * 12, '-' * 12, '-' * 12, '-' * 12])
            text = [line, '  '.join(['Name'.rjust(width)] + [h.rjust(12) for h in ('CPU total %', 'CPU total', 'CPU time avg', '# of Calls')]), line]
            for row in rows[:row_limit]:
                share = 100 * row.cpu_time_total / total if total else 0.0
                text.append('  '.join([row.key.rjust(width), f'{share:.2f}%'.rjust(12), _time(row.cpu_time_total).rjust(12),
                                       _time(row.cpu_time).rjust(12), str(row.count).rjust(12)]))
            return '\n'.join(text + [line, f'CPU time total: {_time(total)}', ''])

        def __str__(self):
            return self.table()


    class profile:
        """Measures its block and the stretches in it that record_function names."""

        def __init__(self, enabled=True, *, use_cuda=False, use_device=None, record_shapes=False, with_flops=False, profile_memory=False,
                     with_stack=False, with_modules=False, use_kineto=False, activities=None, schedule=None, on_trace_ready=None,
                     **kwargs):
            self.enabled, self._on_trace_ready, self._events = enabled, on_trace_ready, {}

        def __enter__(self):
            self._start = time.perf_counter()
            if self.enabled:
                _running.append(self)
            return self

        def __exit__(self, *error):
            if self.enabled:
                _running.remove(self)
                self._add('profiled block', (time.perf_counter() - self._start) * 1e6)
                if self._on_trace_ready is not None:
                    self._on_trace_ready(self)
            return False

        start = __enter__

        def stop(self):
            self.__exit__(None, None, None)

        def step(self):
            """Marks the end of a training step."""

        def _add(self, name, us):
            event = self._events.setdefault(name, FunctionEventAvg(name))
            event.count += 1
            event.cpu_time_total += us

        def key_averages(self, group_by_input_shape=False, **kwargs):
            return EventList(self._events.values())

        @property
        def function_events(self):
            return self.key_averages()

        @property
        def self_cpu_time_total(self):
            event = self._events.get('profiled block')
            return event.cpu_time_total if event else 0.0

        def total_average(self):
            return self._events.get('profiled block')

        def table(self, *args, **kwargs):
            return self.key_averages().table(*args, **kwargs)

        def export_chrome_trace(self, path):
            raise NotImplementedError('profile.export_chrome_trace: operations are not recorded one by one')

        def __str__(self):
            return str(self.key_averages())


    class record_function:
        """Names a stretch of the program in the profile."""

        def __init__(self, name, args=None):
            self.name = name

        def __enter__(self):
            self._start = time.perf_counter()
            return self

        def __exit__(self, *error):
            for running in _running:
                running._add(self.name, (time.perf_counter() - self._start) * 1e6)
            return False


    class ProfilerActivity:
        CPU, CUDA, XPU = 'CPU', 'CUDA', 'XPU'


    def schedule(*, wait, warmup, active, repeat=0, skip_first=0, **kwargs):
        return None


    def tensorboard_trace_handler(dir_name, worker_name=None, use_gzip=False):
        raise NotImplementedError('tensorboard_trace_handler: operations are not recorded one by one')
    """#
}
