"""What others hear of when an article has been reconciled."""

from django.dispatch import Signal

# Sent in the transaction, with `article`, and `before`: by model, the keys of the meeting that it told of and of the
# entries of the register that it referred to before.
reconciled = Signal()
# Sent in the transaction that made them, with `articles` and `meetings`, which are new, and `touched`: by model, the
# keys of the entries of the register that the articles refer to.
reconciled_together = Signal()
