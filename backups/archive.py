"""The file of a backup: a ZIP with `manifest.json` and the database, written whole or not at all."""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from django.utils.translation import gettext as _

from backups.manifest import Manifest, Refused

MANIFEST, DATA = "manifest.json", "database"
_BLOCK = 1_000_000  # bytes
_PACKED = 3  # of 9: in half the time of the usual 6, a fifth larger
_SCRATCH = ".backup-"


@contextmanager
def scratch(folder: Path) -> Iterator[Path]:
    """A folder that only its owner may enter, beside what will be written, so that it can be put in place at once.

    Those that killed processes left there go.
    """
    with ExitStack() as making:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            with _held(folder):  # whoever makes one has it held before another looks for those that nobody holds
                for left in folder.glob(f"{_SCRATCH}*"):
                    _remove_unless_held(left)
                made = Path(making.enter_context(tempfile.TemporaryDirectory(prefix=_SCRATCH, dir=folder)))
                making.enter_context(_held(made))
        except OSError as error:
            raise _unwritable(folder, error) from None
        yield made


@contextmanager
def _held(folder: Path, how: int = fcntl.LOCK_EX) -> Iterator[None]:
    """Keeps others from a folder, as long as this process lives; `BlockingIOError` where `how` says not to wait."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, how)
        yield
    finally:
        os.close(handle)


def _remove_unless_held(folder: Path) -> None:
    with suppress(BlockingIOError, FileNotFoundError), _held(folder, fcntl.LOCK_EX | fcntl.LOCK_NB):
        shutil.rmtree(folder)


def write(target: Path, manifest: Manifest, data: Path, within: Path) -> None:
    """Makes `target` of both, readable by its owner alone; raises `Refused` where it exists by now."""
    draft = within / "draft.zip"
    packing = zipfile.ZIP_DEFLATED if manifest.vendor == "sqlite" else zipfile.ZIP_STORED  # a dump is packed already
    try:
        with draft.open("xb") as stream:
            draft.chmod(0o600)  # it holds what passwords and codes are checked with
            with zipfile.ZipFile(stream, "w", packing, compresslevel=_PACKED) as packed:
                packed.writestr(MANIFEST, manifest.to_json(), zipfile.ZIP_DEFLATED)
                packed.write(data, DATA)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError as error:
        raise _unwritable(target.parent, error) from None
    with zipfile.ZipFile(draft) as packed:
        if packed.testzip() is not None:
            raise Refused(_("What was written to %(folder)s reads differently: the disk fails.") % {"folder": within})
    try:
        target.hardlink_to(draft)  # fails where the name is taken, other than a renaming
    except FileExistsError:
        raise Refused(taken(target)) from None
    remember(target.parent)


def _unwritable(folder: Path, error: OSError) -> Refused:
    words = _("%(folder)s cannot be written to: %(why)s.")
    return Refused(words % {"folder": folder, "why": error.strerror})


def taken(target: Path) -> str:
    """What is said of a name that a file has."""
    return _("%(file)s exists; name another file, or a folder for the backups.") % {"file": target}


def read_manifest(file: Path) -> Manifest:
    """Raises `Refused` where the file is no backup."""
    with _opened(file) as packed:
        return Manifest.from_json(packed.read(MANIFEST).decode("utf-8", "replace"))


def unpack(file: Path, target: Path) -> None:
    """Writes the database of a backup to `target`; raises `Refused` where it is damaged."""
    with _opened(file) as packed, packed.open(DATA) as source, target.open("xb") as stream:
        shutil.copyfileobj(source, stream, _BLOCK)
        stream.flush()
        os.fsync(stream.fileno())


@contextmanager
def _opened(file: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(file) as packed:
            yield packed
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, NotImplementedError):
        raise Refused(_("%(file)s is no backup of the site, or is damaged.") % {"file": file}) from None
    except OSError as error:
        words = _("%(file)s cannot be unpacked: %(why)s.")
        raise Refused(words % {"file": file, "why": error.strerror or error}) from None


def remember(folder: Path) -> None:
    """Has the disk keep the names in a folder, too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
