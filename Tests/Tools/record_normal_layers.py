#!/usr/bin/env python3
"""Writes Sources/Library/NumPy/Random/NormalLayers.swift: the widths of the layers from which numpy 2.4 draws normal numbers.

    python3 Tests/Tools/record_normal_layers.py > Sources/Library/NumPy/Random/NormalLayers.swift

The widths follow from a formula, but numpy's were rounded on the way, so that the last digits of its numbers depend on them. Here they are
read off its draws: a number that is accepted in its first layer is a 52-bit integer, known from the generator's own stream, times the width.
"""
import math

import numpy

SCALE = 2.0**52


def widths():
    """For each layer the only double that gives all the numbers drawn from it."""
    generator = numpy.random.default_rng(1)
    source = generator.bit_generator
    found = [{} for _ in range(256)]
    while min(len(layer) for layer in found) < 40:
        before = source.state
        number = generator.standard_normal()
        after = source.state
        source.state = before
        bits = source.random_raw()
        accepted = source.state == after
        if not accepted and bits & 255:
            # One uniform number more: accepted between two layers, the only way out of the innermost one.
            source.random_raw()
            accepted = source.state == after
        if accepted:
            found[bits & 255][bits >> 9 & (1 << 52) - 1] = abs(number)
        source.state = after
    for number, layer in enumerate(found):
        largest = max(layer)
        guess = layer[largest] / largest
        candidates = [guess]
        for direction in (0.0, math.inf):
            value = guess
            for _ in range(4):
                value = math.nextafter(value, direction)
                candidates.append(value)
        fitting = [value for value in candidates if all(k * value == x for k, x in layer.items())]
        assert len(fitting) == 1, (number, fitting)
        yield fitting[0] * SCALE


def main():
    print("// Written by Tests/Tools/record_normal_layers.py from numpy", numpy.__version__)
    print()
    print("/// The widths of the 256 layers under the normal curve that numpy's generators draw from, the last being the outermost; the")
    print("/// first stands for the lowest layer and its tail.")
    print("enum NormalLayers {")
    print("  static let widths: [Double] = [")
    values = [repr(value) for value in widths()]
    for start in range(0, 256, 6):
        print("    " + ", ".join(values[start:start + 6]) + ",")
    print("  ]")
    print("}")


main()
