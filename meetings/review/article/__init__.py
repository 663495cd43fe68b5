"""One article under review: its records on cards, what is done to them, and what is added from its words."""
