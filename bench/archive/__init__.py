"""Archives of any size, made up: press texts, and records in the tables of the site."""
