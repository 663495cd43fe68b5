"""The checksums of a release, in the form that `sha256sum --check SHA256SUMS` reads."""

from __future__ import annotations

from opendata.releases.workplace import Workplace, sha256

SUMS = "SHA256SUMS"


def write_checksums(place: Workplace) -> None:
    """Writes a line for every file but this one."""
    paths = (path for path in place.files() if path.name != SUMS)
    lines = (f"{sha256(path)}  {path.relative_to(place.release).as_posix()}\n" for path in paths)
    place.write(SUMS, "".join(lines))
