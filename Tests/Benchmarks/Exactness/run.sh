#!/bin/sh
# What PyTorch's order of arithmetic costs: every kernel that keeps an order against the same loop without one (-Ofast for this very
# processor, any order, any fusing; products against oneDNN's own). One thread. Prints the best times and their ratio.
#
#   Tests/Benchmarks/Exactness/run.sh [REPETITIONS]
set -e
cd "$(dirname "$0")/../../.."
here=Tests/Benchmarks/Exactness
build=${TMPDIR:-/tmp}/exactness.$$
mkdir -p "$build"
trap 'rm -rf "$build"' EXIT
for source in Sources/CKernels/*.c; do
  clang -O3 -ffp-contract=off -fno-math-errno -fno-trapping-math -ISources/CKernels/include -c "$source" -o "$build/$(basename "$source" .c).o"
done
clang -Ofast -march=native -fveclib=libmvec -Wno-deprecated -c "$here/unconstrained.c" -o "$build/unconstrained.o"
clang -O2 -ISources/CKernels/include "$here/compare.c" "$build"/*.o -o "$build/compare" -ldnnl -lmvec -lm -ldl -lpthread
OMP_NUM_THREADS=1 "$build/compare" "${1:-40}"
