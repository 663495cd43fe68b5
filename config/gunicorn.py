"""How gunicorn serves the site: one process with threads, which suits SQLite; WEB_CONCURRENCY adds processes."""

import os
import shutil
import signal
import socket
import struct
import tempfile
from contextlib import suppress
from typing import Any

from config.log import log_format, logging

worker_class = "gthread"
threads = 8
loglevel = "warning"
limit_request_line = 8190  # the most there is: an address may choose many values
graceful_timeout = 30  # seconds for answers that are being given when a process is to end
# No header changes where the site lies (SCRIPT_NAME) or how it was asked: a proxy on this machine may pass on what a
# client wrote. What one's own proxies say is believed by config/settings (PROXIES, HTTPS).
forwarder_headers = ""
secure_scheme_headers: dict[str, str] = {}
_STALLED = 30  # seconds without a byte, either way, after which a client is given up; proxies are to be stricter
# Heartbeats are written to a file: in memory where that is possible, so that a slow disk is no dead worker.
worker_tmp_dir = next((folder for folder in ("/dev/shm",) if os.access(folder, os.W_OK)), None)  # noqa: S108

_form = log_format()
if _form != "line":
    logconfig_dict = logging("WARNING", _form)
    logconfig_dict["loggers"] = {"gunicorn.error": {"level": "WARNING", "handlers": ["console"], "propagate": False}}

# Where the processes keep their figures; made once, since this file is read again when the code is loaded anew.
if os.environ.get("METRICS_TOKEN") and "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
    os.environ["PROMETHEUS_MULTIPROC_DIR"] = tempfile.mkdtemp(prefix="viectinh-metrics-", dir=worker_tmp_dir)


def when_ready(server: Any) -> None:
    """Says where the site is, once the port is open; connections inherit its patience."""
    for listener in server.LISTENERS:
        for direction in (socket.SO_RCVTIMEO, socket.SO_SNDTIMEO):
            listener.sock.setsockopt(socket.SOL_SOCKET, direction, struct.pack("ll", _STALLED, 0))
    if _form == "line":
        for listener in server.LISTENERS:
            print(f"Serving on {listener}/  (Ctrl-C ends it)", flush=True)


def on_reload(server: Any) -> None:
    """New code takes over where it serves already: gunicorn would end the former processes before others are ready."""
    server.former, server.giving_way = set(server.WORKERS), sorted(server.WORKERS)
    server.num_workers = server.cfg.workers + len(server.former)


def pre_fork(server: Any, worker: Any) -> None:
    """Each new process is to take the place of one that there is."""
    worker.replaces = server.giving_way.pop() if getattr(server, "giving_way", None) else None


def post_worker_init(worker: Any) -> None:
    """Called in the new process, once it has loaded the site."""
    if worker.replaces:
        with suppress(ProcessLookupError):
            os.kill(worker.replaces, signal.SIGTERM)


def child_exit(server: Any, worker: Any) -> None:
    """What a process was doing when it ended, it does no longer; what it did stays counted."""
    if worker.pid in getattr(server, "former", ()):
        server.former.remove(worker.pid)
        server.num_workers = server.cfg.workers + len(server.former)
    if getattr(worker, "replaces", None) in server.WORKERS:
        server.giving_way.append(worker.replaces)  # ended before it was ready: the next one takes that place
    if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
        from prometheus_client.multiprocess import mark_process_dead

        mark_process_dead(worker.pid)


def on_exit(server: Any) -> None:
    """Figures begin anew with the next start."""
    if folder := os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        shutil.rmtree(folder, ignore_errors=True)
