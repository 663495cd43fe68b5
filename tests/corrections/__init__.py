"""Everything that can happen to records, in any order: what people said holds."""
