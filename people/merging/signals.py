"""What others listen to: sent inside the transaction, when all rows are where they belong.

`sender` is the model, `merge` the `Merge`, `touched` the keys of the rows that changed, by label of their model.
"""

from django.dispatch import Signal

merged = Signal()
undone = Signal()
