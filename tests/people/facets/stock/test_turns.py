"""While lists are read, few pages ask the database for them: the others wait, at most for some time."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse

from people.facets.stock import kept as kept_module
from people.facets.stock.kept import Kept
from people.facets.stock.reader import Reader
from people.facets.stock.turns import AT_ONCE, TurnsMiddleware, takes_turn
from people.models import Official
from tests.factories import make_official


@pytest.fixture
def others() -> Iterator[None]:
    """Pages under way have all the turns."""
    go = threading.Event()
    begun = threading.Barrier(AT_ONCE + 1)

    def page(request: HttpRequest) -> HttpResponse:
        assert takes_turn(request)
        assert takes_turn(request), "one page has but one turn"
        begun.wait(10)
        go.wait(30)
        return HttpResponse()

    threads = [threading.Thread(target=TurnsMiddleware(page), args=(HttpRequest(),)) for _ in range(AT_ONCE)]
    for thread in threads:
        thread.start()
    begun.wait(10)
    yield
    go.set()
    for thread in threads:
        thread.join(10)
    last = HttpRequest()
    assert takes_turn(last), "turns come back"
    TurnsMiddleware(lambda request: HttpResponse())(last)


def test_who_fails_gives_the_turn_back() -> None:
    def fails(request: HttpRequest) -> HttpResponse:
        assert takes_turn(request)
        raise ValueError

    for _ in range(AT_ONCE + 1):
        with pytest.raises(ValueError):
            TurnsMiddleware(fails)(HttpRequest())


@pytest.mark.django_db(transaction=True)
class TestWhileOthersAsk:
    @pytest.fixture(autouse=True)
    def _large_enough(self, settings: Any) -> None:
        settings.STOCK_LEAST = 1
        make_official("Nguyễn Văn An")

    @staticmethod
    def kept(monkeypatch: pytest.MonkeyPatch, reads: Callable[[], object]) -> Kept:
        """A list whose reading does something first."""
        kept = Kept(Reader(Official.objects.all))
        read = kept.reader.read

        def slowly(wanted: str) -> None:
            reads()
            read(wanted)

        monkeypatch.setattr(kept.reader, "read", slowly)
        return kept

    @pytest.mark.usefixtures("others")
    def test_the_list_is_waited_for(self, monkeypatch: pytest.MonkeyPatch) -> None:
        request = HttpRequest()
        kept = self.kept(monkeypatch, lambda: time.sleep(0.2))
        stock = kept.serve("s1", takes_turn=lambda: takes_turn(request))
        assert stock is not None
        assert len(stock) == 1

    @pytest.mark.usefixtures("others")
    def test_not_for_ever(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(kept_module, "LONGEST", 0.1)
        request, go = HttpRequest(), threading.Event()
        kept = self.kept(monkeypatch, lambda: go.wait(10))
        assert kept.serve("s1", takes_turn=lambda: takes_turn(request)) is None
        go.set()
        with kept._making:  # until it is read
            pass

    def test_who_has_a_turn_does_not_wait(self, monkeypatch: pytest.MonkeyPatch) -> None:
        go = threading.Event()
        kept = self.kept(monkeypatch, lambda: go.wait(10))
        assert kept.serve("s1", takes_turn=lambda: takes_turn(None)) is None
        go.set()
        with kept._making:
            pass
