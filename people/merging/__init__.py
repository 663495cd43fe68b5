"""Two records that are one, and two that are not: merging into the older one, undoing it completely, telling apart."""

from people.merging.apart import say_distinct, take_back
from people.merging.merge import merge, ordered
from people.merging.refusals import Refused
from people.merging.signals import merged, undone
from people.merging.undo import undo

__all__ = ["Refused", "merge", "merged", "ordered", "say_distinct", "take_back", "undo", "undone"]
