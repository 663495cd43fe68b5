"""Pages on people and organizations."""
