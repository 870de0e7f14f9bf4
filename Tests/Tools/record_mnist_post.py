"""Records what the course's MNIST post prints under PyTorch at one thread: 15 epochs, some fifteen minutes.

    OMP_NUM_THREADS=1 python record_mnist_post.py ../LibraryTests/Conformance/mnist_post.py MNIST_FOLDER > ../Goldens/mnist_post.txt

The golden is that of an Intel processor with AVX-512. On another maker's PyTorch's product library (MKL) takes other kernels and other last
digits; there `--intel` makes its question for the maker answer yes, in this process only. With it, on an AMD processor, all
recorded products and lectures came out in every bit.
"""
import ctypes, os, subprocess, sys
import torch


def answer_intel():
    library = os.path.join(os.path.dirname(torch.__file__), 'lib', 'libtorch_cpu.so')
    with open('/proc/self/maps') as maps:
        base = next(int(line.split('-')[0], 16) for line in maps if library in line and line.split()[2] == '00000000')
    memory = ctypes.CDLL(None)
    for line in subprocess.run(['nm', library], stdout=subprocess.PIPE, text=True).stdout.splitlines():
        parts = line.split()
        if len(parts) == 3 and parts[2] in ('mkl_serv_intel_cpu', 'mkl_serv_intel_cpu_true'):
            address = base + int(parts[0], 16)
            assert memory.mprotect(ctypes.c_void_p(address & ~4095), 8192, 7) == 0
            ctypes.memmove(address, bytes.fromhex('b801000000c3'), 6)  # return 1


def main():
    if '--intel' in sys.argv:
        answer_intel()
    program, root = [argument for argument in sys.argv[1:] if argument != '--intel']
    assert torch.get_num_threads() == 1, 'set OMP_NUM_THREADS=1'
    print(f'# PyTorch {torch.__version__.split("+")[0]}, one thread, AVX-512; recorder Tests/Tools/record_mnist_post.py', flush=True)
    with open(program) as file:
        exec(compile(file.read(), program, 'exec'), {'root': root})


if __name__ == '__main__':
    main()
