"""The words that a pattern can begin with, read from the pattern itself."""

from __future__ import annotations

from collections.abc import Iterator
from re import RegexFlag
from re import _constants as ops  # type: ignore[attr-defined]  # no public way to read a pattern's own structure
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

NUMBER = "\\d"  # stands for any word that begins with a digit
_LARGEST_SET = 8  # "[Đđ]ồng chí" has a first word, "[A-Z]\w+" none that is known
_ZERO_WIDTH = (ops.ASSERT, ops.ASSERT_NOT, ops.AT)


def first_words(pattern: str, flags: RegexFlag | int = 0) -> set[str]:
    r"""The words that `pattern` can begin with, in small letters, a number as `\d`: `(?:Đồng chí|ông) \w+` has two."""
    return {word.lower() for word in _words(list(parser.parse(pattern, flags)), "", pattern)}


def first_letters(pattern: str) -> set[str]:
    """The letters that `pattern`, which minds their case, can begin with."""
    return {word[0] for word in _words(list(parser.parse(pattern)), "", pattern)}


def _words(items: list[Any], word: str, pattern: str) -> Iterator[str]:
    """The first words of a parsed pattern, of which `word` has been read."""
    for i, (op, value) in enumerate(items):
        rest = items[i + 1 :]
        if op is ops.LITERAL and _is_of_word(chr(value)):
            word += chr(value)
        elif op is ops.LITERAL and word:
            yield word
            return
        elif op is ops.IN and not word and value == [(ops.CATEGORY, ops.CATEGORY_DIGIT)]:
            yield NUMBER
            return
        elif op is ops.IN and (letters := small_set(value)):
            for letter in letters:
                yield from _words([(ops.LITERAL, letter), *rest], word, pattern)
            return
        elif op is ops.BRANCH:
            for way in value[1]:
                yield from _words([*way, *rest], word, pattern)
            return
        elif op is ops.SUBPATTERN:
            yield from _words([*value[-1], *rest], word, pattern)
            return
        elif op in (ops.MAX_REPEAT, ops.MIN_REPEAT):
            least, most, repeated = value
            yield from _words([*repeated, *rest] if most == 1 else list(repeated), word, pattern)
            if least == 0:
                yield from _words(rest, word, pattern)
            return
        elif word and _ends_word(op, value):
            yield word
            return
        elif word and op is ops.ASSERT and value[0] > 0:
            yield from _words(list(value[1]), word, pattern)
            return
        elif op not in _ZERO_WIDTH:
            break
    raise ValueError(f"no first word is known for all that this begins with: {pattern[:200]} ({word})")


def _is_of_word(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


def small_set(choices: list[tuple[Any, Any]]) -> list[int]:
    """The characters of a small set, none of a large one or one that is told by kinds."""
    if len(choices) > _LARGEST_SET or any(op is not ops.LITERAL for op, _ in choices):
        return []
    return [value for _, value in choices]


def _ends_word(op: Any, value: Any) -> bool:
    r"""Whether a word must have ended here: `\s`, `\b`, `(?!\w)`, `(?!\w| trục)`."""
    if op is ops.IN:
        return bool(value == [(ops.CATEGORY, ops.CATEGORY_SPACE)])
    if op is ops.AT:
        return bool(value is ops.AT_BOUNDARY)
    if op is not ops.ASSERT_NOT or value[0] < 0:
        return False
    first = value[1][0]
    ways = first[1][1] if first[0] is ops.BRANCH else [value[1]]
    return any(len(way) == 1 and way[0][0] is ops.IN and _takes_letters(way[0][1]) for way in ways)


def _takes_letters(choices: list[tuple[Any, Any]]) -> bool:
    r"""Whether a set is `\w`, more than it, or `[^\W_]`."""
    negated = choices[0][0] is ops.NEGATE
    return ((ops.CATEGORY, ops.CATEGORY_NOT_WORD) if negated else (ops.CATEGORY, ops.CATEGORY_WORD)) in choices
