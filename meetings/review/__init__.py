"""Reviewing: what needs a look, in which order, by whom, and the pages on which it is done."""
