"""The measurement of loading."""
