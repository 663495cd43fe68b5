"""What others hear of when articles have been reconciled."""

from django.dispatch import Signal

# Sent in the transaction, with `articles`, and `before`: by model, the keys of the meetings that they told of, and of
# the entries of the register that they referred to, before.
reconciled = Signal()
# Sent in the transaction that made them, with `articles` and `meetings`, which are new, and `touched`: by model, the
# keys of the entries of the register that the articles refer to.
reconciled_together = Signal()
