"""Texts that wait in the queue, and the workers that load them."""
