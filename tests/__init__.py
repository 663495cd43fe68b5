"""The tests, which mirror the code file for file."""
