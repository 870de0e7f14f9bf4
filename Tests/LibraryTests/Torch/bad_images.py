# differs: the messages are Lectern's own; Pillow's differ from version to version.
import io, os, tempfile
from PIL import Image
from torchvision import datasets

folder = tempfile.mkdtemp()
os.makedirs(folder + '/class')

def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__ + ':', str(error).replace(folder, '')[:110])

def put(name, data):
    path = folder + '/class/' + name
    with open(path, 'wb') as file:
        file.write(data)
    return path

def png(header):
    return b'\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR' + header + b'\x00\x00\x00\x0cIDATx\x9cc`\xa0=\x00\x00\x00d\x00\x01\x86d<5\x00\x00\x00\x00IEND\xaeB`\x82'

whole = io.BytesIO()
Image.new('RGB', (16, 16), (200, 30, 90)).save(whole, 'JPEG')
jpeg = whole.getvalue()
attempt(lambda: Image.open(put('1.jpg', b'')))
attempt(lambda: Image.open(put('1.jpg', jpeg[:len(jpeg) // 2])))
attempt(lambda: Image.open(put('1.jpg', jpeg[:20])))
attempt(lambda: Image.open(put('1.png', b'no picture')))
# More pixels than memory holds, in a file of a hundred bytes.
attempt(lambda: Image.open(put('1.png', png(b'\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x02\x00\x00\x00\x9b\xab\x9c1'))))
attempt(lambda: Image.open(put('1.png', png(b'\x00\x00\xea`\x00\x00\xea`\x08\x02\x00\x00\x00\x0f\xb0\xe2\x15'))))
attempt(lambda: Image.open(put('1.png', png(b'\x00\x00\x00\x00\x00\x00\x00\x05\x08\x02\x00\x00\x00\xe4$z\xf6'))))
attempt(lambda: Image.open(put('1.png', png(b'\x00\x00\x00\x05\x00\x00\x00\x05\x08\x02\x00\x00\x00\xe4$z\xf6'))))
put('1.png', b'')
attempt(lambda: datasets.ImageFolder(folder)[0])
os.remove(folder + '/class/1.png')
os.remove(folder + '/class/1.jpg')
attempt(lambda: datasets.ImageFolder(folder))
# expect:
# UnidentifiedImageError: cannot identify image file '/class/1.jpg'
# OSError: image file '/class/1.jpg' is damaged or truncated: Premature end of JPEG file
# OSError: image file '/class/1.jpg' is damaged or truncated: Premature end of JPEG file
# UnidentifiedImageError: cannot identify image file '/class/1.png'
# OSError: image file '/class/1.png' is damaged or truncated: Invalid IHDR data
# OSError: image file '/class/1.png' has too many pixels (60000x60000)
# OSError: image file '/class/1.png' is damaged or truncated: Invalid IHDR data
# OSError: image file '/class/1.png' is damaged or truncated: IHDR: CRC error
# OSError: image file '/class/1.jpg' is damaged or truncated: Premature end of JPEG file
# FileNotFoundError: Found no valid file for the classes class. Supported extensions are: .jpg, .jpeg, .png, .ppm, .bmp, .pgm, .tif
