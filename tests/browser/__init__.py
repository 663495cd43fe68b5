"""Walks through the site in Chromium."""
