from typing import *
print(List[int], Dict[str, int], Optional[int], Union[int, str, None], Tuple[int, ...], Callable[[int, str], bool], Any, Literal['a', 1], Iterable[str], Type[int], ClassVar[int])
print(list[int], dict[str, list[int]], int | str, int | None, Optional[List[int]] == Optional[List[int]], isinstance(1, int | str), get_args(Dict[str, int]), get_origin(List[int]), get_type_hints(lambda: 0))
T = TypeVar('T')
class Box(Generic[T]):
    def __init__(self, item: T) -> None: self.item = item
b: Box[int] = Box(5)
print(b.item, T, Box[int](3).item)
class P(NamedTuple):
    x: int
    y: str = 'a'
print(P(1), P(1).y, P._fields)
class Movie(TypedDict):
    name: str
print(Movie(name='x'), cast(int, 'a'), NewType('UserId', int)(5), TYPE_CHECKING)
def f(a: int, b: 'List[str]' = None) -> Optional[int]: ...
print(f.__annotations__)
# expect:
# typing.List[int] typing.Dict[str, int] typing.Optional[int] typing.Union[int, str, NoneType] typing.Tuple[int, ...] typing.Callable[[int, str], bool] typing.Any typing.Literal['a', 1] typing.Iterable[str] typing.Type[int] typing.ClassVar[int]
# list[int] dict[str, list[int]] int | str int | None True True (<class 'str'>, <class 'int'>) <class 'list'> {}
# 5 ~T 3
# P(x=1, y='a') a ('x', 'y')
# {'name': 'x'} a 5 False
# {'a': <class 'int'>, 'b': 'List[str]', 'return': typing.Optional[int]}
