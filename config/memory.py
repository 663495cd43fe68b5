"""What a process remembers, so that it need not be read or made again; config/settings.py takes all of it."""

from config.environment import number

# Of one process: what is kept here is named after the state of the data, so that processes need not agree.
_MEMORY = "django.core.cache.backends.locmem.LocMemCache"
CACHES = {
    "default": {"BACKEND": _MEMORY, "OPTIONS": {"MAX_ENTRIES": 5_000}},
    "cards": {"BACKEND": _MEMORY, "LOCATION": "cards", "OPTIONS": {"MAX_ENTRIES": 300}},  # pictures of 20-60 kB
    "throttles": {"BACKEND": _MEMORY, "LOCATION": "throttles", "OPTIONS": {"MAX_ENTRIES": 50_000}},
}
# Pages for visitors, of one process: how many bytes of them are remembered, and how far they may be behind an edit.
PAGE_MEMORY = number("PAGE_MEMORY_MB", 64, least=0) * 1_000_000
SECONDS_BEHIND = 2
KEEP_ASKING = 60  # seconds after a visit for which a process asks, beside, whether something was changed
PIECE_MEMORY = number("PIECE_MEMORY_MB", 32, least=0) * 1_000_000  # of rows and pieces, which pages have in common
# Lists of so many rows are counted and chosen in memory (people/facets/stock); 0 leaves all to the database.
STOCK_LEAST = number("STOCK_LEAST", 2_000, least=0)
STOCK_AT_ONCE = False  # for tests: whoever asks first waits until it is read
