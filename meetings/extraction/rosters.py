"""Who holds which title, as lists of participants print it: "A, r, r; B - r", "r, r A", "các r: A, B và C"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from meetings.extraction.behalf import on_behalf
from meetings.extraction.citizens import is_citizen
from meetings.extraction.elections import elected
from meetings.extraction.holdings import Holding
from meetings.extraction.name_runs import Run
from meetings.extraction.names import is_person, surname_weight
from meetings.extraction.namesakes import is_credit, is_namesake
from meetings.extraction.roster_items import IN_LIST, Item, itemise, tells_of_persons
from meetings.extraction.shared_titles import SharedTitles, give_back
from meetings.extraction.spans import Span
from meetings.extraction.titles import Title

_BETWEEN_TITLES = {",", "-", ";", "(", "kiêm", "đồng thời là", "hiện là", "là"}
_SEVERAL = re.compile(r"[-,;:()%\"]|[./](?!\w)|(?<!\w)[./\d]")  # words with signs between them
REACH = 200  # items of a list that are looked back over


def find_holdings(plain: str, span: Span, refused: dict[Span, str] | None = None) -> list[Holding]:
    """The persons named within `span`, each with the titles printed beside the name.

    Whoever asks for them finds in `refused` the runs of capitalised syllables that are nobody's name here, and why.
    """
    if not tells_of_persons(plain, span):
        return []
    items = itemise(plain, span)
    named = [(i, item, item.run) for i, item in enumerate(items) if item.run]
    if not named:
        return []
    holdings: list[Holding] = []
    taken: set[int] = set()
    shared = SharedTitles(items)
    for i, item, run in named:
        if refused is None and _among_words(items, i):
            continue
        over = shared.over(i)
        before, touching = _titles_before(items, i, taken)
        if len(before) > 1 and on_behalf(plain, items[before[0]].span.start):
            before = before[1:]  # "thừa ủy quyền của Chủ tịch UBND tỉnh, Giám đốc Sở A B": the first is another's
        after = [] if is_citizen(plain, item.span, items[i + 1 : i + 3]) else _titles_after(items, i, led=bool(before))
        address, beside = _address(items, i)
        spread = [] if before else over
        touching = touching or (bool(spread) and items[i - 1].title is not None)
        if not (beside or touching or _opens_entry(items, i)) and surname_weight(run) == 0:
            run = _from_surname(run)
        opens = beside or (bool(after) and run.size > 2 and _opens_entry(items, i))
        reason = "" if before or after or address or spread else "alone"
        if reason := reason or _objection(plain, run, touching=touching, beside=opens):
            if refused is not None:
                refused[run.span] = reason
            continue
        own = [*before, *after]
        taken.update(own)
        titles = [t for t in [*spread, *(items[k].title for k in own)] if t]
        holdings.append(Holding(run.span, tuple(titles), address, _rule(before, after, spread)))
        shared.gave(bool(after))
    return give_back(plain, holdings) + elected(items, holdings) if holdings else []


def _among_words(items: Sequence[Item], i: int) -> bool:
    """Whether only words touch the name at `i`, so that nothing beside it tells of an office or a form of address."""
    return (i == 0 or items[i - 1].kind == "word") and (i + 1 == len(items) or items[i + 1].kind == "word")


def _opens_entry(items: Sequence[Item], i: int) -> bool:
    """Whether the name at `i` stands where a list's entry begins, so that even a rare surname is one."""
    return bool(i) and (items[i - 1].text in (";", ":") or (items[i - 1].kind == "address" and items[i - 1].plural))


def _rule(before: list[int], after: list[int], spread: list[Title]) -> str:
    if before:
        return "titles on both sides" if after else "titles before the name"
    return "titles after the name" if after else "list under one title" if spread else "addressed by name"


def _objection(plain: str, run: Run, *, touching: bool, beside: bool) -> str:
    """Why `run` is no person's name, "" if it is one; a title or an address right before it calls for one."""
    if not is_person(run, strong=beside or (touching and run.size > 2)):
        return "no name"
    if is_credit(plain, run.span.start):
        return "credit"
    return "namesake" if not (beside or touching) and is_namesake(plain, run.span.start) else ""


def _from_surname(run: Run) -> Run:
    """`run` without what stands before the first surname: "Theo Lê Văn Đạt"."""
    for cut in range(1, run.size - 1):
        if surname_weight(run.after(cut)) > 1:
            return run.after(cut)
    return run


def _titles_before(items: Sequence[Item], i: int, taken: set[int]) -> tuple[list[int], bool]:
    """The titles that lead up to the name at `i`, as indices, and whether one touches it."""
    k = i - 1
    if k >= 0 and items[k].text == "-":
        k -= 1
    while k >= 0 and items[k].kind == "address" and not items[k].plural:
        k -= 1
    if k > 0 and k < i - 1 and items[k].text in ("-", "là") and (items[k + 1].rank or _opens_part(items, k - 1)):
        k -= 1  # "Trưởng Ban Quản lý Khu kinh tế tỉnh - ông A cho hay"
    if k > 0 and items[k].text == "," and k < i - 1 and _leads_over_comma(items, k, i):
        k -= 1
    if k < 0 or k in taken or not items[k].single:
        return [], False
    found = [k]
    while k > 1 and items[k - 1].text.lower() in (",", "-", "kiêm") and items[k - 2].single and k - 2 not in taken:
        k -= 2
        found.insert(0, k)
    if i + 1 < len(items) and items[i + 1].single and any(item.run for item in items[max(0, k - 2) : k]):
        return [], False  # "A, r, r B r, C r": the titles before B are A's
    return found, k == i - 1 or items[i - 1].kind == "address" or found[-1] == i - 1


def _opens_part(items: Sequence[Item], k: int) -> bool:
    """Whether the title at `k` opens the sentence or stands behind words or a mark that belong to nobody else."""
    if k == 0:
        return True
    for item in reversed(items[max(0, k - 3) : k]):
        if item.run and surname_weight(item.run) > 1:
            return False
        if item.kind == "word" and _SEVERAL.search(item.text, 1):
            break
    return items[k - 1].kind in ("word", "mark", "join")


def _leads_over_comma(items: Sequence[Item], comma: int, i: int) -> bool:
    """Whether the title before the comma is that of the name at `i`: "Giám đốc Sở Y tế, ‹tiến sĩ A› cho biết".

    A rank or degree makes it so, "ông" only where the title opens the sentence and a verb follows; never where the
    name has a title of its own.
    """
    behind = items[i + 1] if i + 1 < len(items) else None
    own = behind is not None and behind.text in _BETWEEN_TITLES - {";"} and i + 2 < len(items) and items[i + 2].single
    if own or (behind is not None and behind.single):
        return False
    return items[comma + 1].rank or (comma == 1 and behind is not None and behind.kind == "word")


def _titles_after(items: Sequence[Item], i: int, *, led: bool) -> list[int]:
    """The titles that follow the name at `i`, as indices, without those that lead to the next name.

    `led`: the name has titles before it, so the list may print all titles before the names.
    """
    found: list[int] = []
    k = i + 1
    while k < len(items):
        if items[k].single:
            found.append(k)
        elif items[k].text.lower() not in _BETWEEN_TITLES or (led and items[k].text == ";"):
            break
        k += 1
    if not found:
        return []
    follower = found[-1] + 1
    while follower < len(items) and items[follower].kind == "address" and not items[follower].plural:
        follower += 1
    if follower >= len(items) or items[follower].run is None:
        return found
    if follower + 1 < len(items) and items[follower + 1].single and not led:
        return found
    if led:
        return []
    for n in range(len(found) - 1, -1, -1):
        if any(item.text == ";" for item in items[(found[n - 1] if n else i) : found[n]]):
            return found[:n]
    return found[:-1]


def _address(items: Sequence[Item], i: int) -> tuple[str, bool]:
    """The form of address over the name at `i`, "" if none, and whether it stands right before the name.

    "các đồng chí" at the head of a list addresses all names of the list.
    """
    k = i - 1
    while k >= max(0, i - REACH):
        if items[k].kind == "address" and (items[k].plural or k == i - 1):
            return items[k].text.lower().removeprefix("các "), k == i - 1
        if not (items[k].run or items[k].title or items[k].kind == "address" or items[k].text.lower() in IN_LIST):
            break
        k -= 1
    return "", False
