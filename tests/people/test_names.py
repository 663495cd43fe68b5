"""How Vietnamese is compared: folded for searching, with tones for identity, in ASCII for URLs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from people.names import LONGEST_GIVEN_NAME, ascii_slug, fold, given_name_key, name_key

VIETNAMESE = st.text(
    alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậắằẳẵặéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵ AĐƯƠ'’-", max_size=40
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Hoà  ĐÔNG", "hoa dong"),
        ("Lê Hồng Vinh", "le hong vinh"),
        ("Đặng Đình Đức", "dang dinh duc"),
        ("ỦY BAN", "uy ban"),
        ("Uỷ\u00a0ban", "uy ban"),
        ("  \n", ""),
        ("57-NQ/TW", "57-nq/tw"),
        ("H'Luăn Êban", "h'luan eban"),
    ],
)
def test_fold(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(VIETNAMESE)
def test_folding_is_settled_and_blind_to_form_and_case(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert fold(unicodedata.normalize("NFD", text)) == folded == fold(text.upper())
    assert "đ" not in folded


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thuý Hoà", "Thúy Hòa"),
        ("NGUYỄN VĂN AN", "Nguyễn Văn An"),
        ("Y Biêr Niê", "y biêr niê"),
        ("H’Luăn Êban", "H'Luăn Êban"),
        ("Trần  Văn\u00a0An", "Trần Văn An"),
        ("Hoàng Quý Tuỷ", unicodedata.normalize("NFD", "Hoàng Quý Tủy")),
        ("Lê Thuỵ Khuê", "Lê Thụy Khuê"),
    ],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nguyễn Thị Hà", "Nguyễn Thị Hạ"),
        ("Trần Văn Tiên", "Trần Văn Tiến"),
        ("Đinh Văn An", "Dinh Văn An"),
        ("Lê Văn Thang", "Lê Văn Thăng"),
        ("Thuý Hoà", "Thùy Hoa"),
        ("Cao Thị Ân", "Cao Thị An"),
    ],
)
def test_another_tone_or_letter_is_another_name(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(VIETNAMESE)
def test_a_key_is_settled_and_blind_to_form_and_case(text: str) -> None:
    key = name_key(text)
    assert name_key(key) == key
    assert name_key(unicodedata.normalize("NFD", text)) == key == name_key(text.upper())
    assert fold(key) == fold(text.translate(str.maketrans("’", "'")))


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Đặng Đình Đức", "dang-dinh-duc"),
        ("Phiên họp tháng 11/2024", "phien-hop-thang-11-2024"),
        ("57-NQ/TW", "57-nq-tw"),
        ("…", "-"),
        ("", "-"),
    ],
)
def test_ascii_slug(text: str, slug: str) -> None:
    assert ascii_slug(text) == slug


@given(st.text(max_size=60), st.integers(1, 30))
def test_a_slug_is_plain_and_short(text: str, max_length: int) -> None:
    slug = ascii_slug(text, max_length)
    assert 1 <= len(slug) <= max_length
    assert slug == "-" or set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_slug_is_cut_at_a_word() -> None:
    assert ascii_slug("Phiên họp thường kỳ", 12) == "phien-hop"


def test_a_given_name_is_the_last_word_and_fits_its_column() -> None:
    assert given_name_key(name_key("Lê Hồng Vinh")) == "vinh"
    assert given_name_key("sóc") == "sóc"
    assert len(given_name_key("nghiêng" * 20)) == LONGEST_GIVEN_NAME
