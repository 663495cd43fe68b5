"""How gunicorn serves the site: one process with threads, which suits SQLite; WEB_CONCURRENCY adds processes."""

import os
from typing import Any

worker_class = "gthread"
threads = 8
loglevel = "warning"
limit_request_line = 8190  # the most there is: an address may choose many values
# Heartbeats are written to a file: in memory where that is possible, so that a slow disk is no dead worker.
worker_tmp_dir = next((folder for folder in ("/dev/shm",) if os.access(folder, os.W_OK)), None)  # noqa: S108


def when_ready(server: Any) -> None:
    """Says where the site is, once the port is open."""
    for listener in server.LISTENERS:
        print(f"Serving on {listener}/  (Ctrl-C ends it)", flush=True)
