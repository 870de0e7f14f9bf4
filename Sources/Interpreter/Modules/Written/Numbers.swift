extension WrittenModules {
  /// `numbers`: abstract classes of numbers.
  static let numbers = #"""
    """Abstract classes of numbers."""
    from abc import ABCMeta as _ABCMeta


    class Number(metaclass=_ABCMeta):
        pass


    class Complex(Number):
        pass


    class Real(Complex):
        pass


    class Rational(Real):
        pass


    class Integral(Rational):
        pass


    Complex.register(complex)
    Real.register(float)
    Integral.register(int)
    """#
}
