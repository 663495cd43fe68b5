"""Visitors report mistakes: on which records, in what form, and how many of them one may send."""
