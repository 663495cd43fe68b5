"""What machines are told of a page."""
