"""What an article was read by is told apart: rules that find facts, and rules that make records of them."""

import re
from pathlib import Path

import pytest

from meetings import reconcile
from meetings.extraction.document import Document
from meetings.extraction.steps import extract
from meetings.loading import versions
from meetings.models import Article

TEXT = "Ngày 12/6/2024, UBND tỉnh Nghệ An họp phiên thường kỳ.\n\nChủ tịch UBND tỉnh yêu cầu Sở Y tế báo cáo.\n"


def test_the_rules_of_records_are_what_they_import_and_the_tables_that_are_named_there() -> None:
    names = {path.name for path in versions._sources()}
    assert {"agency_table.py", "agencies.csv", "organizations.py", "holding.py", "titles.csv"} <= names
    assert not {"order_reader.py", "detection.py", "other_events.csv", "version.py"} & names


def test_only_other_rules_of_records_or_other_words_make_other_records(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("a.txt", TEXT, "0" * 64)
    facts = extract(document)
    digest = versions.facts_digest(document, facts)
    assert len(digest) == 64
    assert versions.facts_digest(document, extract(document)) == digest
    assert versions.facts_digest(Document("a.txt", TEXT, "1" * 64), facts) != digest
    other = Document("a.txt", TEXT.replace("Sở Y tế", "Sở Nội vụ"), "0" * 64)
    assert versions.facts_digest(other, extract(other)) != digest

    article = Article(text=TEXT, sha256=document.sha256, facts_digest=digest, subject=Article.Subject.MEETING)
    article.extractor_version = versions.reading_version(article)
    assert versions.needs_no_records(article, digest)
    assert not versions.needs_no_records(article, "f" * 64)
    monkeypatch.setattr(versions, "extractor_version", lambda: "next")
    assert article.extractor_version != versions.reading_version(article)
    assert versions.needs_no_records(article, digest)
    article.subject = Article.Subject.OTHER
    assert not versions.needs_no_records(article, digest)
    article.subject = Article.Subject.MEETING
    monkeypatch.setattr(versions, "_rules_of_records", lambda: "next")
    assert not versions.needs_no_records(article, digest)


def test_a_rule_of_records_that_changes_is_another_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = versions._rules_of_records.__wrapped__()
    module = tmp_path / "rule.py"
    module.write_text("WINDOW = 365\n", encoding="utf-8")
    known = list(versions._sources())
    monkeypatch.setattr(versions, "_sources", lambda: [*known, module])
    after = versions._rules_of_records.__wrapped__()
    module.write_text("WINDOW = 366\n", encoding="utf-8")
    assert len({before, after, versions._rules_of_records.__wrapped__()}) == 3


def test_the_rules_of_repeats_are_all_that_says_which_tasks_are_one() -> None:
    folder, writes = Path(reconcile.__file__).parent, {"locking", "rewriting"}
    found, waiting = set(), ["repeats"]
    while waiting:
        name = waiting.pop()
        found.add(name)
        imported = re.findall(
            r"^from meetings\.reconcile\.(\w+) import", (folder / f"{name}.py").read_text("utf-8"), re.M
        )
        waiting += {*imported} - found - writes
    assert found == set(versions.RULES_OF_REPEATS)


def test_tasks_stand_as_they_were_linked_by_the_same_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    version = versions.reading_version(Article())
    assert len(version) <= 64  # the column's
    monkeypatch.setattr(versions, "_rules_of_records", lambda: "next")
    monkeypatch.setattr(versions, "extractor_version", lambda: "next")
    assert versions.reading_version(Article()) != version
    assert versions.repeats_stand(version)
    monkeypatch.setattr(versions, "_rules_of_repeats", lambda: "next")
    assert not versions.repeats_stand(version)
    for earlier in ("", "b9b4a636288c2cef/a8f002fb755d"):
        assert not versions.repeats_stand(earlier)
