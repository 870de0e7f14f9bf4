"""Measures the prompt at a pseudo-terminal: time to the first prompt, with and without a long history, late lines, pauses.

    python3 Tests/Tools/measure_prompt.py .build/release/lectern

Needs Python's standard library alone. Each figure is the median of twenty starts after one that warms the caches.
"""
import fcntl, os, pty, select, statistics, struct, sys, tempfile, termios, time

program = sys.argv[1]


class Session:
    def __init__(self, state):
        self.start = time.perf_counter()
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            os.environ.update(TERM="xterm", NO_COLOR="1", XDG_STATE_HOME=state, LC_ALL="C.UTF-8")
            os.execv(program, ["lectern"])
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        self.text = b""

    def wait(self, mark):
        while mark not in self.text:
            if not select.select([self.terminal], [], [], 60)[0]:
                raise SystemExit(f"no {mark!r} within a minute")
            self.text += os.read(self.terminal, 1 << 16)
        passed = time.perf_counter()
        self.text = self.text[self.text.index(mark) + len(mark):]
        return passed

    def line(self, text, number):
        start = time.perf_counter()
        os.write(self.terminal, text.encode() + b"\n")
        return self.wait(b"In [%d]:" % number) - start

    def leave(self):
        os.write(self.terminal, b"\x04")
        os.waitpid(self.process, 0)
        os.close(self.terminal)


def first_prompt(state):
    session = Session(state)
    seconds = session.wait(b"In [1]:") - session.start
    session.leave()
    return seconds


def milliseconds(values):
    return f"{statistics.median(values) * 1000:.1f} ms (from {min(values) * 1000:.1f} to {max(values) * 1000:.1f})"


with tempfile.TemporaryDirectory() as folder:
    first_prompt(folder)
    print("first prompt:", milliseconds([first_prompt(folder) for _ in range(20)]))
with tempfile.TemporaryDirectory() as folder:
    os.makedirs(folder + "/lectern")
    with open(folder + "/lectern/history", "w") as file:
        file.write("lectern history 1\n")
        for i in range(20000):
            file.write(f">\t{1700000000 + i}\t1\tx_{i} = conv(torch.ones({i % 7 + 1}, 1, 28, 28)) + {i}\\n\n<\t3\t1\tok\n")
    first_prompt(folder)
    print("first prompt, 20,000 entries of history:", milliseconds([first_prompt(folder) for _ in range(20)]))
with tempfile.TemporaryDirectory() as folder:
    session = Session(folder)
    session.wait(b"In [1]:")
    times = [session.line(f"x = {i}", i + 2) for i in range(1010)]
    print("a line, the 10th to the 30th:", milliseconds(times[9:30]))
    print("a line, the 980th to the 1,000th:", milliseconds(times[979:1000]))
    session.leave()

loops = {
    "an empty loop": "while True: pass\n",
    "products of 300 x 300 matrices": "while True: y = x @ x\n",
    "training steps of the lecture's network": "while True:\noptimizer.zero_grad()\nloss(model(X), Y).backward()\noptimizer.step()\n\n",
}
setup = [
    "x = torch.ones(300, 300); X = torch.rand(100, 1, 28, 28); Y = torch.zeros(100, dtype=torch.int64)",
    "model = nn.Sequential(nn.Conv2d(1, 32, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(32, 64, 3, padding=1), "
    "nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(3136, 10))",
    "loss = nn.CrossEntropyLoss(); optimizer = torch.optim.Adam(model.parameters())",
]
for name, loop in loops.items():
    with tempfile.TemporaryDirectory() as folder:
        session = Session(folder)
        session.wait(b"In [1]:")
        for number, text in enumerate(setup):
            session.line(text, number + 2)
        os.write(session.terminal, loop.encode())
        time.sleep(2)
        times = []
        for _ in range(20):
            start = time.perf_counter()
            os.write(session.terminal, b"\x03")
            times.append(session.wait(b"paused:") - start)
            os.write(session.terminal, b"\n")
            time.sleep(0.1)
        print(f"from Ctrl-C to the pause, in {name}:", milliseconds(times))
        os.kill(session.process, 9)
        os.waitpid(session.process, 0)
        os.close(session.terminal)
