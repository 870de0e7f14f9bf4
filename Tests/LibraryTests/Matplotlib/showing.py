# differs: where figures go is Lectern's own affair; the texts are matplotlib's
import matplotlib.pyplot as plt
plt.plot([1, 2])
plt.figure(figsize=(3, 2))
plt.imshow([[1, 2]], 'jet')
plt.colorbar()
plt.show()
print(plt.get_fignums())
try:
    plt.boxplot([1])
except NotImplementedError as error:
    print(error)
fig, ax = plt.subplots()
try:
    ax.quiver(1, 2)
except NotImplementedError as error:
    print(error)
try:
    ax.nothing
except AttributeError as error:
    print(error)
try:
    plt.figure().add_subplot(projection='3d')
except NotImplementedError as error:
    print(error)
try:
    plt.savefig('x.gif')
except ValueError as error:
    print(error)
# expect:
# shown: <Figure size 640x480 with 1 Axes>
# shown: <Figure size 300x200 with 2 Axes>
# []
# matplotlib.pyplot.boxplot is not among what Lectern draws
# matplotlib's Axes.quiver is not among what Lectern draws
# 'Axes' object has no attribute 'nothing'
# axes of projection '3d' are not among what Lectern draws
# Format 'gif' is not supported (supported formats: pdf, png, svg)
