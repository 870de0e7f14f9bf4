"""Checks that files go both ways between Lectern and PyTorch: a network trained on one side gives equal outputs on the other.

Run with a Python that has PyTorch, from the repository's root: python Tests/Tools/check_saving.py .build/release/lectern
"""
import os
import subprocess
import sys
import tempfile

LECTERN = sys.argv[1] if len(sys.argv) > 1 else ".build/release/lectern"

TRAIN = """
import sys, torch
from torch import nn
torch.manual_seed(int(sys.argv[2]))
model = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 3))
optimizer = torch.optim.Adam(model.parameters(), lr=0.01)
x, y = torch.rand(16, 1, 8, 8), torch.randint(0, 3, (16,))
for _ in range(5):
    optimizer.zero_grad()
    nn.functional.cross_entropy(model(x), y).backward()
    optimizer.step()
model.eval()
torch.save({'model': model.state_dict(), 'optimizer': optimizer.state_dict(), 'x': x, 'out': model(x).detach()}, sys.argv[1])
"""

READ = """
import sys, torch
from torch import nn
saved = torch.load(sys.argv[1])
model = nn.Sequential(nn.Conv2d(1, 4, 3, padding=1), nn.BatchNorm2d(4), nn.ReLU(), nn.MaxPool2d(2), nn.Flatten(), nn.Linear(64, 3))
print(model.load_state_dict(saved['model']))
model.eval()
optimizer = torch.optim.Adam(model.parameters())
optimizer.load_state_dict(saved['optimizer'])
out = model(saved['x'])
print('largest difference', (out - saved['out']).abs().max().item())
assert torch.allclose(out, saved['out'], rtol=1e-6, atol=1e-7)
"""


def main():
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (("train.py", TRAIN), ("read.py", READ)):
            with open(os.path.join(folder, name), "w") as file:
                file.write(text)
        for writer, reader in ((LECTERN, sys.executable), (sys.executable, LECTERN), (LECTERN, LECTERN)):
            for seed in range(3):
                path = os.path.join(folder, f"model{seed}.pt")
                subprocess.run([writer, os.path.join(folder, "train.py"), path, str(seed)], check=True)
                answer = subprocess.run([reader, os.path.join(folder, "read.py"), path], check=True, capture_output=True, text=True)
                print(os.path.basename(writer), "->", os.path.basename(reader), "seed", seed, answer.stdout.split("\n")[1])


main()
