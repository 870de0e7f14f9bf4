import numpy as np
import torch
import matplotlib.pyplot as plt


def show(action):
    try:
        action()
        print('no error')
    except Exception as error:
        print(type(error).__name__, str(error).split('\n')[0])


show(lambda: plt.plot([1, 2], [1, 2, 3]))
show(lambda: plt.plot([1], [1], 'zz'))
show(lambda: plt.plot([1], [1], foo=3))
show(lambda: plt.plot([1], [1], marker='foo'))
show(lambda: plt.plot([1], [1], color='foo'))
show(lambda: plt.plot(torch.ones(3, requires_grad=True)))
show(lambda: plt.imshow(np.zeros((2, 2, 5))))
show(lambda: plt.imshow([['a']]))
show(lambda: plt.imshow(None))
show(lambda: plt.imshow([[1, 2], [3]]))
show(lambda: plt.bar([1, 2], [1, 2, 3]))
show(lambda: plt.scatter([1, 2], [1]))
show(lambda: plt.scatter([1, 2], [1, 2], c=[1, 2, 3]))
show(lambda: plt.subplot(2, 2, 5))
show(lambda: plt.subplot(22))
show(lambda: plt.subplots(0, 1))
show(lambda: plt.figure(figsize=(-1, 2)))
show(lambda: plt.figure(figsize=(float('nan'), 1)))
show(lambda: plt.errorbar([1, 2], [1, 2], yerr=[1, 2, 3]))
show(lambda: plt.errorbar([1, 2], [1, 2], yerr=-1))
show(lambda: plt.fill_between([1, 2], [1, 2, 3]))
show(lambda: plt.hist([1, 2], bins='foo'))
show(lambda: plt.hist([1, 2], bins=0))
show(lambda: plt.xlim('a'))
show(lambda: plt.ylim(float('nan'), 1))
show(lambda: plt.axis('foo'))
show(lambda: plt.axis([1, 2]))
show(lambda: plt.contour([1, 2]))
show(lambda: plt.contour([[1]]))
show(lambda: plt.subplots_adjust(left=2))
show(lambda: plt.annotate('x', xy=(1, 2), arrowprops=dict(arrowstyle='foo')))
show(lambda: plt.pie([-1, 2]))
show(lambda: plt.savefig('/nonexistent/x.png'))
# expect:
# ValueError x and y must have same first dimension, but have shapes (2,) and (3,)
# ValueError 'zz' is not a valid format string (unrecognized character 'z')
# AttributeError Line2D.set() got an unexpected keyword argument 'foo'
# ValueError Unrecognized marker style 'foo'
# ValueError 'foo' is not a valid value for color: supported inputs are (r, g, b) and (r, g, b, a) 0-1 float tuples; '#rrggbb', '#rrggbbaa', '#rgb', '#rgba' strings; named color strings; string reprs of 0-1 floats for grayscale values; 'C0', 'C1', ... strings for colors of the color cycle; and pairs combining one of the above with an alpha value
# RuntimeError Can't call numpy() on Tensor that requires grad. Use tensor.detach().numpy() instead.
# TypeError Invalid shape (2, 2, 5) for image data
# TypeError Image data of dtype <U1 cannot be converted to float
# TypeError Image data of dtype object cannot be converted to float
# ValueError setting an array element with a sequence. The requested array has an inhomogeneous shape after 1 dimensions. The detected shape was (2,) + inhomogeneous part.
# ValueError shape mismatch: objects cannot be broadcast to a single shape.  Mismatch is between 'x' with shape (2,) and 'height' with shape (3,).
# ValueError x and y must be the same size
# ValueError 'c' argument has 3 elements, which is inconsistent with 'x' and 'y' with size 2.
# ValueError num must be an integer with 1 <= num <= 4, not 5
# ValueError Single argument to subplot must be a three-digit integer, not 22
# ValueError Number of rows must be a positive integer, not 0
# ValueError figure size must be positive finite not (-1, 2)
# ValueError figure size must be positive finite not (nan, 1)
# ValueError 'yerr' (shape: (3,)) must be a scalar or a 1D or (2, n) array-like whose shape matches 'y' (shape: (2,))
# ValueError 'yerr' must not contain negative values
# ValueError 'x' has size 2, but 'y1' has an unequal size of 3
# ValueError 'foo' is not a valid estimator for `bins`
# ValueError `bins` must be positive, when an integer
# ValueError not enough values to unpack (expected 2, got 1)
# ValueError Axis limits cannot be NaN or Inf
# ValueError Unrecognized string 'foo' to axis; try 'on' or 'off'
# TypeError The first argument to axis() must be an iterable of the form [xmin, xmax, ymin, ymax]
# TypeError Input z must be 2D, not 1D
# TypeError Input z must be at least a (2, 2) shaped array, but has shape (1, 1)
# ValueError left cannot be >= right
# ValueError Unknown style: 'foo'
# ValueError Wedge sizes 'x' must be non negative values
# FileNotFoundError [Errno 2] No such file or directory: '/nonexistent/x.png'
