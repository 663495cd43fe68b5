"""What single texts tell of an official or an organization, moved to another one as a person's correction."""

from meetings.moving.move import KINDS, move, what_moves
from meetings.moving.newcomers import Newcomer
from meetings.moving.rows import Kind, Moving

__all__ = ["KINDS", "Kind", "Moving", "Newcomer", "move", "what_moves"]
