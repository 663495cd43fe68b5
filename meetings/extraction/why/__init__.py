"""Why a phrase of a text was or was not read, told by the rules that decided.

`tell_why(Study.of(document), phrase, page)` gives the lines; `ask` gives them as data.
"""

from meetings.extraction.why.answers import Answer, ask
from meetings.extraction.why.study import Place, Study
from meetings.extraction.why.telling import tell_why

__all__ = ["Answer", "Place", "Study", "ask", "tell_why"]
