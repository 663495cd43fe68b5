"""Visitors report mistakes."""
