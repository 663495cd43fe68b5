"""The texts of the measurement: each way has its own, and none is loaded twice."""

from pathlib import Path

from bench.ingest.__main__ import make


def test_each_way_has_texts_of_its_own(tmp_path: Path) -> None:
    make(tmp_path, 20, 800)
    texts = {path.relative_to(tmp_path).parts: path.read_text(encoding="utf-8") for path in tmp_path.rglob("*.txt")}
    ways = [way for way, _name in texts]
    assert {way: ways.count(way) for way in ways} == {"one": 1, "together": 5, "processes": 20}
    assert len({name for _way, name in texts}) == len(set(texts.values())) == 26
