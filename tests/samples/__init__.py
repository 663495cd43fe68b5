"""Annotated texts, the scorer that compares what is read with their gold, and the scores that have been reached."""
