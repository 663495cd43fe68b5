"""New texts reconciled together."""
