"""The same records in the words of shared standards: Popolo, Open Civic Data, schema.org."""
