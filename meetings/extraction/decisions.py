"""What the meeting approved, agreed on or considered: the body, the outcome and the sentence that tells it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from meetings.extraction.beginnings import WordPattern
from meetings.extraction.document import Document
from meetings.extraction.facts import DecisionFact
from meetings.extraction.lexicon import table, variants
from meetings.extraction.memory import remembered
from meetings.extraction.sentences import Block, trim
from meetings.extraction.spans import Span, matchable, span_of
from meetings.extraction.wording import alternation

OUTCOMES = {
    matchable(name): (row["outcome"], int(row["weight"]))
    for row in table("outcomes")
    for name in (row["outcome"], *variants(row["variants"]))
}
_NEAR = 40
_APPROVED = 7  # weight from which an outcome decides something; below it the matter was only considered
OUTCOME = r"(?:" + alternation(OUTCOMES) + r")(?![^\W_])"
_OUTCOME, _OUTCOME_BEGUN = re.compile(OUTCOME), WordPattern(OUTCOME)
_GATHERING = (
    r"(?:Hội nghị|Phiên họp|Kỳ họp|Cuộc họp|Buổi làm việc|(?:100% )?(?:các )?đại biểu|"
    r"các đồng chí dự họp|hội nghị|phiên họp|kỳ họp)"
)
_BODY = (
    r"(?P<body>(?:Tập thể |tập thể )?(?:Thường trực |Ban Thường vụ |BTV )?(?:Tỉnh ủy|Thành ủy|HĐND tỉnh|HĐNĐ tỉnh|"
    r"HĐND thành phố|Hội đồng nhân dân tỉnh"
    r"|UBND tỉnh|UBND thành phố|Ủy ban nhân dân tỉnh)|(?:Ban Chấp hành|BCH) Đảng bộ (?:tỉnh|thành phố)|"
    r"Ban Chỉ đạo|Đoàn ĐBQH tỉnh|Hội đồng)"
)
_PLACE = r"(?:\s[A-ZĐÂÁ]\w*(?:\s[A-ZĐÂÁ]\w*){0,2})?(?:\skhóa [IVX]+)?"
_WAY = (
    r"(?:,?\s(?:và|đã|cũng|tiếp tục|tiến hành|tập trung|dành thời gian|nghe|nghe báo cáo|lắng nghe|cùng|đều|"
    r"cơ bản|thảo luận|xem xét|"
    r"phân tích|đánh giá|sẽ|còn|lần lượt|trực tiếp|thống nhất|cho ý kiến|bằng hình thức bỏ phiếu kín|giơ tay))*,?\s"
)
DECISION = WordPattern(
    r"(?:(?<![^\W_])(?P<gathering>"
    + _GATHERING
    + r")|"
    + _BODY
    + _PLACE
    + r")"
    + _WAY
    + r"(?P<outcome>"
    + OUTCOME
    + r")"
)
_CHAIN = re.compile(r"(?:,\s|\svà\s|,\s?và\s)(?:(?:cơ bản|đã)\s)?(?P<outcome>" + OUTCOME + r")")
# "để … xem xét" and "trình … thông qua" tell what is still to come, a lead tells that the meeting was held.
_PURPOSE_BEFORE = re.compile(
    r"(?<![^\W_])(?:để|nhằm|trình|báo cáo|đề nghị|kiến nghị|sau khi|trước khi|được|do|của|Chủ tịch|Thường trực|"
    r"Bí thư|lãnh đạo|(?<!các )(?<!và )thành viên|Trưởng|Giám đốc|ủy viên|Văn phòng|thay mặt|Phó|Đảng ủy|cán sự đảng|"
    r"đảng đoàn|các Ban)\s\Z",
    re.IGNORECASE,
)
_LEAD = re.compile(
    r"dưới sự chủ trì|(?<![^\W_])chủ trì(?![^\W_])|tổ chức (?:hội nghị|phiên họp|kỳ họp|cuộc họp)", re.IGNORECASE
)

_NEXT_ACT = re.compile(r"[;,]\s(?:đồng thời\s)?(?:giao|yêu cầu|đề nghị|tiến hành|đồng thời)\s", re.IGNORECASE)


def find_decisions(document: Document, blocks: Iterable[Block], body: str | None) -> tuple[DecisionFact, ...]:
    """The decisions in order; `body` is the meeting's, which stands for "Hội nghị" and "các đại biểu".

    "Bàn xong, Thường trực Thành ủy đồng ý chủ trương xây bảo tàng." gives one, with the outcome
    "đồng ý về chủ trương" and the words from the body to the end of the sentence or to its next act.
    """
    found: list[DecisionFact] = []
    for block in blocks:
        if block.kind in ("paragraph", "bullet"):
            for sentence in block.sentences:
                decision = _in_sentence(document, sentence, body)
                if decision:
                    found.append(decision)
    return tuple(found)


def _in_sentence(document: Document, sentence: Span, body: str | None) -> DecisionFact | None:
    text = document.plain
    if not _OUTCOME_BEGUN.search(text, *sentence):
        return None
    for match in DECISION.finditer(text, *sentence):
        outcome, end = max(_chain(text, match), key=lambda item: item[0][1])
        if objection(text, sentence, match, outcome[1]):
            continue
        stop = _NEXT_ACT.search(text, end, sentence.end)
        span = trim(text, match.start(), stop.start() if stop else sentence.end)
        printed = document.text[match.start("body") : match.end("body")] if match["body"] else None
        return DecisionFact(
            span=span,
            rule="body and outcome" if printed else "gathering and outcome",
            body=printed or body,
            outcome=outcome[0],
            text=span.of(document.text),
        )
    return None


def objection(text: str, sentence: Span, match: re.Match[str], weight: int) -> str:
    """What speaks against a decision of that `weight` where `match` stands, "" if nothing does."""
    if _PURPOSE_BEFORE.search(text[max(sentence.start, match.start() - _NEAR) : match.start()]):
        return "to come or another's"
    lead = _first_lead(text, sentence)
    if lead and lead.end <= match.start():
        return "lead"
    return "only considered" if weight < _APPROVED and lead else ""


@remembered
def _first_lead(text: str, sentence: Span) -> Span | None:
    """The first words of the sentence that tell that a meeting was held."""
    lead = _LEAD.search(text, *sentence)
    return span_of(lead.span()) if lead else None


def _chain(text: str, match: re.Match[str]) -> list[tuple[tuple[str, int], int]]:
    """The outcomes told in a row, "xem xét, góp ý và tán thành", each with where its words end."""
    ways = [(OUTCOMES[m[0]], match.end()) for m in _OUTCOME.finditer(match[0])]
    end = match.end()
    while following := _CHAIN.match(text, end):
        end = following.end()
        ways.append((OUTCOMES[following["outcome"]], end))
    return ways
