# differs: IPython shows pictures and pages; a line of text stands for each where only text is shown.
from IPython.display import Image, SVG, HTML, Markdown, display, clear_output, set_matplotlib_formats
from IPython.core.display import HTML as same
import torchvision.utils, torch, os, tempfile

set_matplotlib_formats('svg')
path = os.path.join(tempfile.mkdtemp(), 'a.png')
torchvision.utils.save_image(torch.zeros(1, 2, 3), path)
display(Image(path), Image(data=open(path, 'rb').read()))
display(HTML('<b>bold</b>'), Markdown('*x*'), [1, 2])
display(SVG('<svg xmlns="http://www.w3.org/2000/svg"/>'))
clear_output(wait=True)
print(same is HTML, HTML('<b>bold</b>').data, repr(SVG('<svg/>')))

def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__ + ':', error)

attempt(lambda: Image('missing.png'))
attempt(lambda: display(Image(b'no picture')))
attempt(lambda: Image(url='http://example.com/a.png'))
attempt(lambda: display(SVG('plain text')))
# expect:
# <IPython.core.display.Image object>
# <IPython.core.display.Image object>
# <IPython.core.display.HTML object>
# <IPython.core.display.Markdown object>
# [1, 2]
# <IPython.core.display.SVG object>
# True <b>bold</b> <IPython.core.display.SVG object>
# FileNotFoundError: [Errno 2] No such file or directory: 'missing.png'
# OSError: cannot identify image file <IPython.core.display.Image object>
# NotImplementedError: IPython.display: http://example.com/a.png is not fetched; save it to a file and show that
# ValueError: SVG: the text holds no <svg> element
