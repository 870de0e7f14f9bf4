import numpy as np
import torch
import matplotlib.pyplot as plt

print(plt.plot([1., 2., 4.], [1, 2, 3])[0].get_xdata())
print(plt.ylim(1, 2), plt.xlim(-1, 4))
print(plt.title('a'), plt.xlabel('b'), plt.ylabel('c'))
print(plt.gcf(), plt.gca())
print(repr(plt.gcf()), repr(plt.gca()))
print(repr(plt.title('a')), repr(plt.xlabel('b')), repr(plt.text(1, 2, 'hi')), repr(plt.suptitle('s')))
print(plt.ylim(0, 1.5), plt.axis())
plt.close()
counts, edges, bars = plt.hist([1, 1.5, 2, 2, 3, 7], bins=4)
print(counts, edges, len(bars))
print(plt.hist([1, 2, 2, 3], bins=[0, 2, 4], density=True)[:2])
plt.close('all')
fig, axes = plt.subplots(2, 3, figsize=(6, 4))
print(axes.shape, axes[1, 2] is axes.flat[5], len(axes.flatten()), axes[:, 0].shape, axes[0].shape)
print(repr(fig))
print([len(row) for row in axes])
fig, ax = plt.subplots()
ax.plot(torch.arange(3), torch.tensor([1., 4., 9.]), label='squares')
print(ax.get_legend_handles_labels()[1], len(ax.lines))
print(ax.set_title('t'), ax.get_title(), ax.set_xlabel('u'))
ax.set_yscale('log')
print(ax.get_yscale(), ax.get_xscale())
print(ax.set_xlim(0, 4))
print(plt.get_fignums())
plt.close(2)
print(plt.get_fignums())
# expect:
# [1. 2. 4.]
# (1.0, 2.0) (-1.0, 4.0)
# Text(0.5, 1.0, 'a') Text(0.5, 0, 'b') Text(0, 0.5, 'c')
# Figure(640x480) Axes(0.125,0.11;0.775x0.77)
# <Figure size 640x480 with 1 Axes> <Axes: title={'center': 'a'}, xlabel='b', ylabel='c'>
# Text(0.5, 1.0, 'a') Text(0.5, 0, 'b') Text(1, 2, 'hi') Text(0.5, 0.98, 's')
# (0.0, 1.5) (np.float64(-1.0), np.float64(4.0), np.float64(0.0), np.float64(1.5))
# [4. 1. 0. 1.] [1.  2.5 4.  5.5 7. ] 4
# (array([0.125, 0.375]), array([0., 2., 4.]))
# (2, 3) True 6 (2,) (3,)
# <Figure size 600x400 with 6 Axes>
# [3, 3]
# ['squares'] 1
# Text(0.5, 1.0, 't') t Text(0.5, 0, 'u')
# log linear
# (0.0, 4.0)
# [1, 2]
# [1]
# ---
import matplotlib.pyplot as plt


def shown(limits):
    return [round(float(x), 9) for x in limits]


plt.imshow([[1, 2], [3, 4]])
print(shown(plt.xlim()), shown(plt.ylim()))
print(plt.xticks([0, 1], ['left', 'right'])[1])
plt.figure()
plt.bar(['a', 'b', 'c'], [1, 2, 3])
print(shown(plt.xlim()), shown(plt.ylim()))
plt.figure()
plt.plot([1], [1])
print(shown(plt.xlim()))
plt.figure()
plt.plot([], [])
print(shown(plt.xlim()))
plt.figure()
plt.plot([float('nan'), 2, float('inf')], [1, 2, 3])
print(shown(plt.xlim()), shown(plt.ylim()))
# expect:
# [-0.5, 1.5] [1.5, -0.5]
# [Text(0, 0, 'left'), Text(1, 0, 'right')]
# [-0.54, 2.54] [0.0, 3.15]
# [0.945, 1.055]
# [-0.055, 0.055]
# [1.89, 2.11] [1.89, 2.11]
# ---
import matplotlib.pyplot as plt
fig = plt.figure(figsize=(8, 3), dpi=50)
print(fig, fig.get_size_inches(), float(fig.dpi))
a = plt.subplot(1, 2, 1)
b = plt.subplot(1, 2, 2)
print(plt.subplot(121) is a, plt.gca() is a, len(fig.axes))
plt.rcParams['figure.figsize'] = (4, 3)
print(plt.figure().get_size_inches(), plt.rcParams['figure.figsize'])
plt.style.use('ggplot')
print('ggplot' in plt.style.available)
# expect:
# Figure(400x150) [8. 3.] 50.0
# True True 2
# [4. 3.] [4.0, 3.0]
# True
