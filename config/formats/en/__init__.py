"""English, as it is read in Vietnam."""
