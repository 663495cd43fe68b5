"""The drills themselves: that what they count is counted."""
