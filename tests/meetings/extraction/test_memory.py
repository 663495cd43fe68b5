"""What is remembered of a text while it is read."""

from meetings.extraction.memory import forget, reading_once, remembered

ASKED: list[str] = []


@remembered
def length(text: str) -> int:
    ASKED.append(text)
    return len(text)


def test_a_text_is_read_once_for_all_who_ask_within_a_block_and_forgotten_behind_it() -> None:
    ASKED.clear()
    with reading_once():
        with reading_once():
            assert length("một") == 3
        forget()
        assert length("một") == 3
    assert ASKED == ["một"]
    assert length("một") == 3
    assert ASKED == ["một", "một"]
    forget()
