"""Whole databases, put away as one file and brought back: whatever they hold, checked row by row."""
