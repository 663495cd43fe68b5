"""Shared standards."""
