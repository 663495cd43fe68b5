"""Large lists in memory: which rows a filter keeps and what values they have, counted faster than a database can.

The SQL of the filters stays the reference: all that stands here is read by it, once for each state of the data.
"""

from people.facets.stock.keeping import list_called, stock_for
from people.facets.stock.ranking import best_first, first_of_best
from people.facets.stock.selection import Part, Prepare, Selection
from people.facets.stock.stock import Stock

__all__ = ["Part", "Prepare", "Selection", "Stock", "best_first", "first_of_best", "list_called", "stock_for"]
