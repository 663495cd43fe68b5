"""Where a company's name ends: "Giám đốc ‹Công ty TNHH Cà phê Nâm Nung› đề nghị", whatever proper name it has."""

from __future__ import annotations

import re

from meetings.extraction.name_runs import Run
from meetings.extraction.names import MAX_SYLLABLES, is_person, run_at, surname_weight
from meetings.extraction.organization_names import LEVEL_WORD, SHORT_NAME, field_word, level_end, stops_at
from meetings.extraction.provinces import province_at
from meetings.extraction.wording import alternation

_KINDS = (
    *(
        "Công ty",
        "Tổng công ty",
        "Chi nhánh Công ty",
        "Tập đoàn",
        "Doanh nghiệp tư nhân",
        "DNTN",
        "Xí nghiệp",
        "Nhà máy",
    ),
    *("Hợp tác xã", "HTX", "Liên hiệp Hợp tác xã", "Liên hiệp HTX", "Nông trường", "Lâm trường", "Khách sạn"),
)
_COMPANY = re.compile(rf"(?:{alternation(_KINDS)}|công ty|tập đoàn|hợp tác xã)(?!\w)")
_JOINT = re.compile(r" - (?=[^\W\d_])| & | và |, (?=[^\W\d_]+(?:,| và) )| ")
_WORD = re.compile(r"[^\W\d_]+(?!\w)")
_SURE = 2  # the weight of a surname that is nothing else
_SHORTEST, _USUAL = 2, (3, 4)  # syllables of a person's name


def begins_company(plain: str, start: int) -> bool:
    """Whether a company's name begins at `start`."""
    return _COMPANY.match(plain, start) is not None


def company_end(plain: str, start: int, *, named: bool = False) -> int:
    """Where the company's name that begins at `start` ends; `start` itself where none begins.

    `named`: the holder's name stands before the title, so that the proper name behind it is the company's:
    "ông Lê Văn Đạt, Giám đốc Công ty CP Dệt may An Phú".
    """
    kind = _COMPANY.match(plain, start)
    if kind is None:
        return start
    end, described = kind.end(), kind[0][0].islower()  # "công ty" in small letters is no part of a name
    while joint := _JOINT.match(plain, end):
        position = joint.end()
        if (step := field_word(plain, position)) or (step := SHORT_NAME.match(plain, position)):
            end, described = step.end(), True
        elif LEVEL_WORD.match(plain, position):
            return level_end(plain, position)
        elif place := province_at(plain, position):
            end, described = place[0], True
        elif joint[0] == " " and (run := run_at(plain, position)).size:
            cut = run.size if named else _before_person(run, described=described)
            if cut < run.size:
                return run.end_of(cut) if cut else end
            end, described = _compound_end(plain, run), True
        else:
            break
    return end


def _compound_end(plain: str, run: Run) -> int:
    """Past the run and, behind a single syllable, the small one that goes with it: "Cà ‹phê›", "Dệt ‹may›"."""
    end = run.span.end
    word = _WORD.match(plain, end + 1) if run.size == 1 and plain.startswith(" ", end) else None
    goes_with = word and word[0].islower() and not stops_at(plain, end + 1) and not LEVEL_WORD.match(plain, end + 1)
    return word.end() if word and goes_with else end


def _before_person(run: Run, *, described: bool) -> int:
    """How many syllables of the run stand before a person's name in it; a company needs some name of its own."""
    choices = []
    for cut in range(0 if described else 1, run.size - _SHORTEST + 1):
        rest = run.after(cut)
        weight = surname_weight(rest)
        if weight >= _SURE and rest.size <= MAX_SYLLABLES and is_person(rest) and (rest.size in _USUAL or cut):
            choices.append((rest.size in _USUAL, weight, -cut))
    return -max(choices)[2] if choices else run.size
