"""`python -m bench.extraction [speed] [growth] [prefixes]`: measures the extractor; see ../README.md."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from bench.extraction.growth import SIZES, STEEPEST, Row, grown, names, read, steep_prefixes
from bench.extraction.speed import density, made_up, read_all, repeated, samples

FASTEST_WANTED, MEMORY_WANTED = 300, 100  # articles a second, MB


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the measurements that are asked for; 0 when all of them are as they should be, else 1."""
    parser = argparse.ArgumentParser(prog="python -m bench.extraction", description=__doc__)
    parser.add_argument("what", nargs="*", metavar="WHAT", help="speed, growth (both by default), prefixes")
    parser.add_argument("--texts", type=int, default=1000, help="articles for speed (default %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the articles (default %(default)s)")
    parser.add_argument("--case", action="append", help="measure the growth of this case only")
    parser.add_argument("--largest", type=int, default=SIZES[-1], metavar="BYTES", help="leave larger sizes out")
    parser.add_argument(
        "--limit", type=float, default=120, metavar="SECONDS", help="for one reading (default %(default)s)"
    )
    options = parser.parse_args(arguments)
    what = options.what or ["speed", "growth"]
    if unknown := set(what) - {"speed", "growth", "prefixes"}:
        parser.error(f"nothing is called {', '.join(sorted(unknown))}")
    if unknown := set(options.case or ()) - set(names()):
        parser.error(f"no case is called {', '.join(sorted(unknown))}; there are: {', '.join(names())}")
    held = True
    if "speed" in what:
        held &= _speed(options.texts, options.seed)
    if "growth" in what:
        held &= _growth(options.case or names(), [size for size in SIZES if size <= options.largest], options.limit)
    if "prefixes" in what:
        held &= _prefixes(options.limit)
    return 0 if held else 1


def _speed(number: int, seed: int) -> bool:
    texts = made_up(number, seed)
    speed = read_all(texts)
    rate = number / speed.processor
    print(f"{number} articles, {speed.size / number / 1000:.2f} kB each on average, seed {seed}, on one core")
    for name, seconds in (("processor time", speed.processor), ("wall time", speed.wall)):
        print(f"  {name:14} {seconds:.2f} s: {number / seconds:.0f} articles/s, {speed.size / seconds / 1e6:.2f} MB/s")
    print(f"  peak memory    {speed.megabytes:.0f} MB, the articles included")
    twice, of = repeated(texts)
    print(f"  sentences that stand in another article, too: {twice} of {of}, {twice / of:.2%}")
    print(f"  {'facts per kB':14}" + "".join(f"{kind:>12}" for kind in density(texts[:1])[0]) + "  no meeting")
    for name, some in (("these articles", texts), ("tests/samples", samples())):
        found, others = density(some)
        print(f"  {name:14}" + "".join(f"{value:12.2f}" for value in found.values()) + f"{others:8} of {len(some)}")
    held = rate >= FASTEST_WANTED and speed.megabytes < MEMORY_WANTED
    print(
        f"{'held' if held else 'MISSED'}: at least {FASTEST_WANTED} articles/s, less than {MEMORY_WANTED} MB\n",
        flush=True,
    )
    return held


def _growth(cases: Sequence[str], sizes: Sequence[int], limit: float) -> bool:
    for data in samples():  # so that no table is read and no pattern compiled while the clock runs
        read(data)
    columns = "".join(f"{_size(size):>9}" for size in sizes)
    print(f"{'processor time per character, µs':36}{columns}{'growth':>8}{'peak':>9}")
    steep = []
    for name in cases:
        row = grown(name, sizes, limit)
        print(_line(name, row, len(sizes)), flush=True)
        steep += [] if row.is_linear else [name]
    print(
        f"{'MISSED' if steep else 'held'}: growth of at most {STEEPEST} between the last two sizes", *steep, sep="\n  "
    )
    return not steep


def _line(name: str, row: Row, columns: int) -> str:
    cells = [f"{m.seconds * 1e6:9.2f}" if m else "     time" for m in row.measured]
    last = next((m for m in reversed(row.measured) if m), None)
    tail = f"{last.megabytes:6.0f} MB" + ("" if last.is_meeting else "  no meeting") if last else ""
    mark = "" if row.is_linear else "  <<<"
    return f"{name:36}{''.join(cells):{9 * columns}}{row.growth:8.2f}{tail}{mark}"


def _size(size: int) -> str:
    return f"{size // 1_000_000} MB" if size >= 1_000_000 else f"{size // 1000} kB"


def _prefixes(limit: float) -> bool:
    for data in samples():
        read(data)
    steep = 0
    for prefix, between, row in steep_prefixes(limit):
        steep += 1
        print(_line(repr(prefix + between), row, 2), flush=True)
    print(f"{'MISSED' if steep else 'held'}: {steep} beginnings that slow the reading down when they are repeated")
    return not steep


if __name__ == "__main__":
    sys.exit(main())
