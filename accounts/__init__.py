"""Who may do what at the desk, and how staff prove who they are."""
