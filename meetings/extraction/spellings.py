"""Whether two printed names can be one person's: a slip of the keyboard, or a middle name left out."""

from __future__ import annotations


def same_name(one: str, other: str) -> bool:
    """Whether the names differ by case, one letter or one middle syllable: "Huỳnh Thị Thúy Vân", "Huỳnh Thúy Vân".

    Only a hint: two people may have such names, so the caller asks for a shared title as well.
    """
    if one.casefold() == other.casefold():
        return True
    first, second = one.casefold().split(), other.casefold().split()
    if len(first) == len(second):
        differing = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
        return len(differing) == 1 and _one_edit(*differing[0])
    longer, shorter = sorted((first, second), key=len, reverse=True)
    if len(longer) != len(shorter) + 1 or longer[0] != shorter[0] or longer[-1] != shorter[-1]:
        return False
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(1, len(longer) - 1))


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter put in, left out or exchanged makes `one` into `other`."""
    if abs(len(one) - len(other)) > 1:
        return False
    head = 0
    while head < min(len(one), len(other)) and one[head] == other[head]:
        head += 1
    return one[head + 1 :] == other[head + 1 :] or one[head + 1 :] == other[head:] or one[head:] == other[head + 1 :]
