"""The many spellings of an agency's name: "Sở KH&ĐT", "Sở Kế hoạch - Đầu tư" and "Sở Kế hoạch và Đầu tư" are one."""

from __future__ import annotations

import re
from itertools import pairwise, product

from meetings.extraction.abbreviations import abbreviations

_HEAD = re.compile(r"(?:Sở|Bộ|Ban|Đài|Cục|Chi cục|Văn phòng|Hội|Trung tâm) (?=[^\W\d_])")
_TAIL = re.compile(r" (?:(?:của )?(?:HĐND|UBND|Tỉnh ủy|Thành ủy|Trung ương|tỉnh|thành phố)(?!\w).*)\Z")
_JOINT = re.compile(r"\s?[,&-]\s?| và ")
_NO_WORDS = re.compile(r"[^\w]+|(?<= )(?:và|của)(?= )")
_BRACKETS = re.compile(r"\s?\([A-ZĐ]{2,}\)")  # "Ủy ban Mặt trận Tổ quốc (MTTQ)"
_SHORT = re.compile(r"[A-ZĐƯ]{2,}\Z")
# How the parts of a name are joined where both are written out, and where one is short.
_BETWEEN_WORDS = (" và ", " & ", "&", " - ", "-", ", ", " ")
_BETWEEN_SHORT = (" và ", " & ", "& ", "&", " - ", "-", ", ", ",", "")
_MOST_PARTS = 3


def comparable(name: str) -> str:
    """What spellings of a name share: abbreviations written out, small letters, nothing between the words.

    "Sở Kế hoạch & Đầu tư" and "sở Kế hoạch - đầu tư" give `sở kế hoạch đầu tư`; `name` is matchable text.
    """
    pattern, forms = abbreviations("agency")
    text = pattern.sub(lambda match: forms[match[0]], _BRACKETS.sub("", name))
    return re.sub(r"\s+", " ", _NO_WORDS.sub(" ", f" {text} ")).strip().lower()


def _taken_apart(name: str) -> tuple[str, list[str], str]:
    """Head, parts and owner: "Ban Kinh tế - Ngân sách HĐND tỉnh" is "Ban ", ["Kinh tế", "Ngân sách"], " HĐND tỉnh"."""
    head = _HEAD.match(name)
    start = head.end() if head else 0
    tail = _TAIL.search(name, start)
    end = tail.start() if tail else len(name)
    return name[:start], [part for part in _JOINT.split(name[start:end]) if part], name[end:]


def _initials(part: str) -> str:
    return "".join(word[0].upper() for word in part.split())


def initials(name: str) -> str | None:
    """The name by the first letters of its words: "Sở LĐ-TB&XH" and "Sở Lao động - TB&XH" give `sở LĐTBXH`.

    None for names that are written out, or have no head.
    """
    head, parts, tail = _taken_apart(name)
    words = [word for part in parts for word in part.split()]
    if not head or not any(map(_SHORT.match, words)):
        return None
    letters = "".join(word if _SHORT.match(word) else word[0].upper() for word in words)
    return f"{head.lower()}{letters} {comparable(tail)}".strip()


def initials_of_words(name: str) -> str | None:
    """As `initials`, of a name that is written out: `sở KHĐT` of "Sở Kế hoạch và Đầu tư"; None without a head."""
    head, parts, tail = _taken_apart(name)
    return f"{head.lower()}{''.join(map(_initials, parts))} {comparable(tail)}".strip() if head else None


def spellings(name: str, *, short: bool) -> set[str]:
    """`name`, which is written out, with its parts joined otherwise: "Sở Giáo dục - Đào tạo", "Sở Giáo dục & Đào tạo".

    With `short` also with some of the parts or all by their initials: "Sở GD&ĐT", "Sở Nông nghiệp và PTNT".
    A comma joins parts only where there are three of them or one is short: two may be two agencies of a list.
    """
    head, parts, tail = _taken_apart(name)
    if not 1 < len(parts) <= _MOST_PARTS:
        return {name}
    found = {name}
    for chosen in product(*((part, _initials(part)) if short else (part,) for part in parts)):
        brief = [way != part for way, part in zip(chosen, parts, strict=True)]
        gaps: list[tuple[str, ...]] = []
        for before, after in pairwise(brief):
            if before and after:
                gaps.append(_BETWEEN_SHORT)
            elif before or after:
                gaps.append(tuple(joint for joint in _BETWEEN_SHORT if joint))
            else:
                gaps.append(tuple(joint for joint in _BETWEEN_WORDS if joint != ", " or len(parts) > 2))
        for joints in product(*gaps):
            words = [chosen[0], *(piece for pair in zip(joints, chosen[1:], strict=True) for piece in pair)]
            found.add(head + "".join(words) + tail)
    return found
