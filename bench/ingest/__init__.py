"""How fast an archive of press texts is loaded."""
