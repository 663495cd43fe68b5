"""What is new, as Atom feeds, and which days texts name, as calendars: of every list, official, agency and province."""
