"""Tests of who is compared with whom, and by what."""
