"""The pages on which records are reviewed."""
