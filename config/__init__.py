"""The project's frame: settings, URLs, formats and the WSGI entry point."""
