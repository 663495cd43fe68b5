"""What others wrote and the site serves is what vendor.toml says it is, licence included."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

VENDOR = Path(__file__).resolve().parent.parent / "static/vendor"
PACKAGES: list[dict[str, Any]] = tomllib.loads((VENDOR / "vendor.toml").read_text())["package"]


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package["name"])
def test_a_package_is_named_licensed_and_unchanged(package: dict[str, Any]) -> None:
    assert all(package[key] for key in ("name", "version", "licence", "source", "homepage"))
    assert package["licence_file"] in package["sha256"]
    found = {name: hashlib.sha256((VENDOR / name).read_bytes()).hexdigest() for name in package["sha256"]}
    assert found == package["sha256"]


def test_every_file_belongs_to_a_package() -> None:
    listed = [name for package in PACKAGES for name in package["sha256"]]
    present = [str(file.relative_to(VENDOR)) for file in VENDOR.rglob("*") if file.is_file()]
    assert sorted([*listed, "vendor.toml"]) == sorted(present)


def test_style_sheets_refer_to_vendored_files_only() -> None:
    addresses = [
        (sheet.parent, address)
        for sheet in VENDOR.rglob("*.css")
        for address in re.findall(r"url\(\"?([^\")]+)\"?\)", sheet.read_text())
    ]
    assert addresses
    assert [address for folder, address in addresses if not (folder / address).is_file()] == []


def test_every_vietnamese_letter_has_its_font_file() -> None:
    """The letters of Vietnamese beyond Latin-1 lie in the subset `vietnamese` of each weight."""
    letters = "ăĂđĐĩĨũŨơƠưƯ" + "".join(map(chr, range(0x1EA0, 0x1EFA))) + "₫"
    sheet = (VENDOR / "be-vietnam-pro/fonts.css").read_text()
    faces = re.findall(r"-vietnamese-(\S+?)\.woff2.*?unicode-range: ([^;]+);", sheet, re.DOTALL)
    assert {weight for weight, _ in faces} == {"400-normal", "400-italic", "500-normal", "600-normal", "700-normal"}
    for _, ranges in faces:
        codes = {
            code
            for part in ranges.replace("U+", "").split(",")
            for first, _, last in [part.strip().partition("-")]
            for code in range(int(first, 16), int(last or first, 16) + 1)
        }
        assert [letter for letter in letters if ord(letter) not in codes] == []
