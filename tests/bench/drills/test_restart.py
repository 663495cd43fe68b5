"""What clients are answered while a site restarts is counted, refusals by their name."""

from __future__ import annotations

import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

from bench.drills.restart import Clients, ask


class _Busy(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(503 if self.path == "/cuoc-hop/" else 200)
        self.end_headers()

    def log_message(self, *told: object) -> None:
        pass


def test_a_refusal_is_no_answer() -> None:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    assert ask(port, "/") == "ConnectionRefusedError"


def test_answers_are_counted_by_status() -> None:
    with HTTPServer(("127.0.0.1", 0), _Busy) as server:
        threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
        clients = Clients(server.server_port)
        with clients.asking():
            until = time.monotonic() + 10
            while len(clients.answers) < 2 and time.monotonic() < until:
                time.sleep(0.01)
        server.shutdown()
    assert {*clients.answers} == {"200", "503"}
    assert clients.longest > 0
