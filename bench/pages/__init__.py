"""How fast pages of a large archive are, beside Datasette, the admin and the SQL alone, asked in turn in one run."""
