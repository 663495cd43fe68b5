"""Mirrors accounts/admin/."""
