"""Targets compared."""
