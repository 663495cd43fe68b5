"""Targets compared: one indicator in one measure, provinces and years side by side, what was promised against what
was reached."""
