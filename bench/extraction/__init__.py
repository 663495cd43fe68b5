"""How fast the extractor reads, what memory it takes, and whether hostile texts can slow it down: see ../README.md."""
