"""The pages on which staff prove who they are and look after their own account."""
