# the time from the command to the first result: see the lines of the whole process
import torch
print(torch.ones(2))
