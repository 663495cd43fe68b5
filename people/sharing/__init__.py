"""What machines are told of a page: its one address, its other languages, its place in the site, what it is about."""
