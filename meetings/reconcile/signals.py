"""What others hear of when an article has been reconciled."""

from django.dispatch import Signal

# Sent in the transaction, with `article`, and `before`: by model, the keys of the meeting that it told of and of the
# entries of the register that it referred to before.
reconciled = Signal()
