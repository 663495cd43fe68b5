"""Citing: every record as a ready-made citation, in words and in the forms that reference managers take."""

from opendata.citing.citation import Citation, cite

__all__ = ["Citation", "cite"]
