"""The desk at which staff set records right: what the admin pages of both applications share."""
