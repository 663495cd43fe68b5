"""Back in: corrections that people made in a spreadsheet of an exported list."""
