"""Lists as files: the rows of a list page, all of them in its order, as CSV, XLSX and JSON."""
