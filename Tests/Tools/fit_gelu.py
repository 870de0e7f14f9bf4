"""Finds the polynomials behind PyTorch's GELU on processors with AVX-512 from its results alone, and writes Sources/CKernels/GeluTable.h.

    python fit_gelu.py 2.5 3.0            # looks for exact coefficients of the quarter octaves that begin there, and prints them
    python fit_gelu.py < FOUND            # writes the table: those found (the lines printed), else the best approximations

Run it with a Python that has torch, on a processor with AVX-512; it compiles its inner loop with clang. PyTorch computes x (1 + P(|x|)) / 2
in float32, P of degree 5 in Horner's form with fused steps, one for each quarter octave. For negative x the sum is exact, so that P can
be read off. Every step's rounding leaves a pattern in P that depends on the coefficients so far; the right one, from the highest degree
down, is the one whose pattern is there. Below about 0.9 the patterns drown in the rounding of the sum: there the coefficients are a fit, and
one result in ten to thirty differs in its last bit.
"""
import ctypes
import re
import subprocess
import sys
import tempfile

import numpy as np
import torch

LOOP = r"""
void scores(int n, const float *x, const double *p, const float *high, double c0, double unit, int from, int count, const double *power,
    const double *lower, double next, double slope, const double *q, double *out) {
  for (int d = 0; d < count; d++) {
    float c = (float)(c0 + (from + d) * unit), follower = (float)(next + slope * (from + d) * unit);
    double square = 0, s[6] = {0};
    for (int i = 0; i < n; i++) {
      float a = high ? __builtin_fmaf(high[i], x[i], c) : c, b = __builtin_fmaf(a, x[i], follower);
      double v = p[i] - (double)a * power[i] - ((double)b - ((double)a * x[i] + (double)follower)) * lower[i];
      square += v * v;
      for (int j = 0; j < 6; j++) s[j] += q[(long)j * n + i] * v;
    }
    for (int j = 0; j < 6; j++) square -= s[j] * s[j];
    out[d] = square;
  }
}
"""
F = np.float32
torch.set_num_threads(1)


def gelu(x):
    return torch.nn.functional.gelu(torch.from_numpy(np.ascontiguousarray(x))).numpy()


def quarter(low, count):
    """Float32 numbers of the quarter octave that begins after `low`."""
    first = int(np.array([low], F).view(np.int32)[0])
    return (first + 1 + np.arange(0, (1 << 21) - 1, (1 << 21) // count, dtype=np.int32)).astype(np.int32).view(F)


def step(high, x, c):
    return np.full_like(x, c) if high is None else (high.astype("f8") * x.astype("f8") + np.float64(c)).astype(F)


def equal(coefficients, x):
    """The shares of positive and of negative numbers whose result has PyTorch's bits."""
    p = None
    for c in coefficients[::-1]:
        p = step(p, x, c)
    return tuple(float(((s * x * (F(1) + s * p)) * F(0.5) == gelu(s * x)).mean()) for s in (F(1), F(-1)))


def read_off(x):
    xd = x.astype("f8")
    below = 1 + np.round(2 * gelu(-x).astype("f8") / xd * 2**24) / 2**24
    return below if x[0] >= 0.7 else ((2 * gelu(x).astype("f8") / xd - 1) + 1 + 2 * gelu(-x).astype("f8") / xd) / 2


class Samples:
    def __init__(self, low, count):
        self.x = np.ascontiguousarray(quarter(low, count))
        self.xd, self.p = self.x.astype("f8"), read_off(self.x)
        self.half = (self.xd[-1] - self.xd[0]) / 2
        self.basis = np.polynomial.chebyshev.chebvander((self.xd - (self.xd[0] + self.xd[-1]) / 2) / self.half, 5)
        self.q = np.ascontiguousarray(np.linalg.qr(self.basis)[0].T)

    def leading(self, degree, y):
        """The leading coefficient of the best polynomial, and how uncertain it is."""
        q, r = np.linalg.qr(self.basis[:, : degree + 1])
        a = np.linalg.solve(r, q.T @ y)
        unit = 2.0 ** (degree - 1) / self.half**degree if degree else 1.0
        return a[degree] * unit, (y - self.basis[:, : degree + 1] @ a).std() / abs(r[degree, degree]) * unit

    def high(self, known):
        p = None
        for c in known:
            p = step(p, self.x, c)
        return p

    def scores(self, loop, known, c, unit, start, count, following, slope):
        degree, high, out = 5 - len(known), self.high(known), np.empty(count)
        power, lower = self.xd**degree, self.xd ** (degree - 1)
        first = step(high, self.x, F(c + (start + count // 2) * unit)).astype("f8") * power
        rest = self.p - first
        p = np.ascontiguousarray(rest - self.q.T @ (self.q @ rest) + first)
        pointer = lambda a: None if a is None else a.ctypes.data
        loop(len(self.x), pointer(self.x), pointer(p), pointer(high), c, unit, start, count, pointer(power), pointer(lower), following,
             slope, pointer(self.q), pointer(out))
        return out


def search(loop, low):
    stages = [Samples(low, 1 << 13), Samples(low, 1 << 17), Samples(low, 1 << 19)]
    big, beam = stages[-1], [()]
    for degree in (5, 4, 3, 2, 1):
        found = []
        for known in beam:
            high = big.high(known)
            y = big.p - (high.astype("f8") * big.xd ** (degree + 1) if known else 0)
            estimate, doubt = big.leading(degree, y)
            c = F(estimate)
            unit = float(np.spacing(np.abs(c)))
            reach = int(min(max(6, 8 * doubt / unit + 3), 400000))
            ends = [big.leading(degree - 1, y - (float(c) + k * unit) * big.xd**degree)[0] for k in (0, reach)]
            rest = (ends[0], (ends[1] - ends[0]) / (reach * unit))
            places = np.arange(-reach, reach + 1)
            scores = stages[0 if reach > 3000 else 1].scores(loop, known, float(c), unit, -reach, 2 * reach + 1, *rest)
            for stage, kept in zip(stages[1:], (300, 6)):
                places = places[np.argsort(scores)[:kept]]
                scores = np.array([stage.scores(loop, known, float(c), unit, int(d), 1, *rest)[0] for d in places])
            found += [(s, known + (F(float(c) + int(d) * unit),)) for s, d in zip(scores, places)]
        beam = [known for _, known in sorted(found, key=lambda f: f[0])[:3]]
    x, best = quarter(low, 1 << 17), None
    for known in beam:
        c = F(np.median(big.p - big.high(known).astype("f8") * big.xd))
        for d in range(-8, 9):
            row = np.array((*known, F(float(c) + d * np.spacing(c))), F)[::-1]
            best = max(best or ((-1, -1), None), (equal(row, x), row), key=lambda b: sum(b[0]))
    return best


def fitted(low, high):
    x = np.linspace(low, high, 1 << 16, endpoint=False).astype(F)
    line = np.polynomial.Polynomial
    return np.polynomial.Chebyshev.fit(x.astype("f8"), read_off(x), 5, domain=[low, high]).convert(
        kind=line, domain=[-1, 1], window=[-1, 1]).coef.astype(F)


def table(found):
    """The header's text."""
    lows = [0.125 * 2**k * q for k in range(6) for q in (1, 1.25, 1.5, 1.75) if 0.125 * 2**k * q <= 5]
    rows = [fitted(1e-6, 0.125)]
    for low in lows:
        end = low + 0.25 * 2 ** np.floor(np.log2(low)) if low < 5 else 5.4858
        candidates = [found[low]] if low in found else []
        rows.append(max(candidates + [fitted(low, end)], key=lambda row: sum(equal(row, quarter(low, 1 << 15)))))
    rows.append(np.array([1, 0, 0, 0, 0, 0], F))
    text = "#pragma once\n// Written by Tests/Tools/fit_gelu.py.\n\nenum { gelu_rows = %d, gelu_first_quarter = %d };\n" % (
        len(rows), int(np.array([0.125], F).view(np.int32)[0]) >> 21)
    text += "static const float gelu_bound = 5.5425925f;\nstatic const float gelu_table[6][32] = {\n"
    for k in range(6):
        cells = [float(row[k]).hex() + "f" for row in rows] + ["0"] * (32 - len(rows))
        text += "  {\n" + "".join("    %s,\n" % ", ".join(cells[i : i + 6]) for i in range(0, 32, 6)) + "  },\n"
    return text + "};\n"


def main():
    if len(sys.argv) == 1:
        found = {}
        for line in sys.stdin:
            low, *bits = re.findall(r"0x[0-9a-f]+|[\d.]+", line)[:7]
            found[float(low)] = np.array([int(b, 16) for b in bits], np.uint32).view(F)
        print(table(found), end="")
        return
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(["clang", "-O3", "-march=native", "-ffp-contract=off", "-fassociative-math", "-fno-signed-zeros", "-fno-trapping-math",
                        "-x", "c", "-shared", "-fPIC", "-", "-o", folder + "/loop.so"], input=LOOP.encode(), check=True)
        loop = ctypes.CDLL(folder + "/loop.so").scores
        D, I, P = ctypes.c_double, ctypes.c_int, ctypes.c_void_p
        loop.argtypes = [I, P, P, P, D, D, I, I, P, P, D, D, P, P]
        for low in map(float, sys.argv[1:]):
            shares, row = search(loop, low)
            print(low, *["0x%08x" % bits for bits in row.view(np.uint32)], "equal: %.5f %.5f" % shares, flush=True)


main()
