"""Measurements that are run by hand: how fast, how much memory, and whether time grows with the text alone."""
