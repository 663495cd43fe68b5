"""Files into articles and records: `runs.load` is the whole of it.

Nothing is imported here: the rules that texts are read by take a second, and not all who look in need them.
"""
