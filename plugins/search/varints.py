"""Write numbers in as few bytes as they need: seven bits a byte, the low ones first (LEB128)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from operator import sub

_LOW = 0x7F  # the seven bits of a byte
_MORE = 0x80  # says that another byte follows


def varint(number: int) -> bytes:
    """Return the bytes of a number that is not negative."""
    out = bytearray()
    while number > _LOW:
        out.append(number & _LOW | _MORE)
        number >>= 7
    out.append(number)
    return bytes(out)


class _Varints(dict[int, bytes]):
    """The bytes of every number asked for, reckoned once."""

    def __missing__(self, number: int) -> bytes:
        self[number] = varint(number)
        return self[number]


VARINTS = _Varints()


def varints(numbers: Iterable[int]) -> bytes:
    """Return the bytes of numbers that are not negative, one after the other."""
    return b"".join(map(VARINTS.__getitem__, numbers))


def gaps(numbers: Sequence[int]) -> bytes:
    """Return the bytes of the gaps between ascending numbers, from the first to the last."""
    return varints(map(sub, numbers[1:], numbers))
