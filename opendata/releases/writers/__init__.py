"""The forms that a table is written in: each takes rows in batches and holds no more than a few of them."""
