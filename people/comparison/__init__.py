"""Two officials, or two agencies, side by side: who is meant, what texts tell of each, and what they have in common."""
