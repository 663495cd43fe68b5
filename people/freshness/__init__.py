"""How fresh what is shown is: the state of the data has a name, and what was made for one is shown in no other."""

from people.freshness.state import state_of_data

__all__ = ["state_of_data"]
