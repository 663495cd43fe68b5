"""The site set up once for all processes that share a run: the server that they are forked from imports this.

It has neither threads nor a connection, so nothing is shared that must not be.
"""

import django

django.setup()

import meetings.loading.batches  # noqa: E402, F401  -- with all that a text is read by
