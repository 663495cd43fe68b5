"""The score of every figure over every group of sample texts, and the file that it must not fall below.

`python -m tests.samples.scores` prints them, `--write` files them in scores.json: part of each change that raises one.
"""

from __future__ import annotations

import argparse
import importlib
import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from meetings.extraction.document import read_document
from meetings.extraction.exchange import to_json
from meetings.extraction.steps import extract

SAMPLES = Path(__file__).parent
FILE = SAMPLES.parents[1] / "fixtures/scores.json"  # where the running site reads it, for its page on the method
COMMAND = "python -m tests.samples.scores --write"
TOLERANCE = 0.0005  # how far the file may lie below what is reached
Scores = dict[str, dict[str, float]]  # group → figure → 0 to 1, with four decimals


def texts() -> list[Path]:
    """The sample texts of all folders, by folder and name."""
    return sorted(SAMPLES.glob("*/*.txt"))


def groups() -> dict[str, list[str]]:
    """The texts' names by group: each folder, the halves of dev/, seeds/ and dev/ together, and all."""
    found: dict[str, list[str]] = {}
    for path in texts():
        found.setdefault(path.parent.name, []).append(path.stem)
    for half, rest in (("odd", 1), ("even", 0)):
        found[f"dev, {half} numbers"] = [name for name in found["dev"] if int(name.removeprefix("d")) % 2 == rest]
    found["seeds and dev"] = found["seeds"] + found["dev"]
    found["all"] = [path.stem for path in texts()]
    return found


@cache
def results() -> dict[str, tuple[dict[str, Any], list[str]]]:
    """By group what the scorer finds, and a line for each disagreement with the gold; the texts are read anew."""
    scorer = importlib.import_module("tests.samples.score_facts")
    found = {}
    with tempfile.TemporaryDirectory() as scratch:
        for path in texts():
            document = read_document(path)
            Path(scratch, f"{path.stem}.json").write_text(to_json(document, extract(document)), encoding="utf-8")
        for group, names in groups().items():
            result, _, errors = scorer.score(SAMPLES / "gold", Path(scratch), names)
            found[group] = (result, [f"{name}: {line}" for name, lines in errors.items() for line in lines])
    return found


def reached() -> Scores:
    """Every figure that the scorer prints, by group, as reached by the rules as they are."""
    return {group: dict(_figures(result)) for group, (result, _) in results().items()}


def _figures(result: dict[str, Any]) -> Iterator[tuple[str, float]]:
    counts = {"tp", "fp", "fn", "right", "total"}
    for name, value in result.items():
        if isinstance(value, dict):
            yield from ((f"{name} {part}", round(v, 4)) for part, v in value.items() if part not in counts)
        elif name != "documents":
            yield name, round(value, 4)


def filed() -> Scores:
    """The scores in the file."""
    scores: Scores = json.loads(FILE.read_text(encoding="utf-8"))
    return scores


def differences(now: Scores, then: Scores) -> list[str]:
    """A line for each figure that has fallen below the file, is more than TOLERANCE above it, or stands on one side."""
    found = []
    for group in {**then, **now}:
        for figure in {**then.get(group, {}), **now.get(group, {})}:
            new, old = now.get(group, {}).get(figure), then.get(group, {}).get(figure)
            where = f"{group}, {figure}: {_shown(new)} reached, {_shown(old)} in {FILE.name}"
            if new is None or old is None or new > old + TOLERANCE:
                found.append(f"{where}: file it with `{COMMAND}`")
            elif new < old:
                found.append(f"{where}: it has fallen; mend the rules, or, if that is meant, `{COMMAND}`")
    return found


def _shown(score: float | None) -> str:
    return "not" if score is None else f"{score:.4f}"


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command; 0 when nothing differs from the file, or it is written."""
    parser = argparse.ArgumentParser(prog="python -m tests.samples.scores", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"file them in {FILE.name}")
    options = parser.parse_args(arguments)
    now = reached()
    columns = list(now)
    print(f"{'':22}" + "".join(f"{group:>18}" for group in columns))
    for figure in now["all"]:
        print(f"{figure:22}" + "".join(f"{now[group][figure]:18.4f}" for group in columns))
    if options.write:
        FILE.write_text(json.dumps(now, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return 0
    changed = differences(now, filed())
    print("\n".join(changed))
    return 1 if changed else 0


if __name__ == "__main__":
    sys.exit(main())
