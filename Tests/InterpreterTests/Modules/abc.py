from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
    @property
    @abstractmethod
    def name(self): ...
class Square(Shape):
    def area(self): return 4
    name = 'sq'
print(Square().area(), isinstance(Square(), Shape), Shape.__abstractmethods__ == frozenset({'area', 'name'}))
from collections.abc import Iterable, Sequence, Mapping, Callable, Hashable, Iterator, Sized
print(isinstance([], Iterable), isinstance([], Sequence), isinstance({}, Mapping), isinstance(len, Callable), isinstance([], Hashable), isinstance(iter([]), Iterator), isinstance(5, Sized), issubclass(dict, Mapping))
class L(Sequence):
    def __getitem__(self, i): return [1, 2][i]
    def __len__(self): return 2
print(list(L()), 1 in L(), L().index(2), list(reversed(L())))
Shape()  # raises: TypeError: Can't instantiate abstract class Shape with abstract methods area, name
# expect:
# 4 True True
# True True True True False True False True
# [1, 2] True 1 [2, 1]
