"""What gunicorn takes over from a request: nothing that says where the site lies, or for whom it speaks."""

from __future__ import annotations

import socket

import pytest
from gunicorn.config import Config
from gunicorn.http import get_parser

import config.gunicorn


def ours() -> Config:
    """gunicorn's settings with those of the file."""
    made = Config()
    for name, value in vars(config.gunicorn).items():
        if name in made.settings:
            made.set(name, value)
    return made


@pytest.mark.parametrize("peer", [("127.0.0.1", 5123), "a Unix socket"])
@pytest.mark.parametrize("header", ["SCRIPT_NAME: /cuoc-hop", "PATH_INFO: /admin/", "X-Forwarded-Proto: https"])
def test_a_client_cannot_move_the_site_through_a_proxy_on_the_same_machine(header: str, peer: object) -> None:
    written = f"GET /cuoc-hop/ HTTP/1.1\r\nHost: viectinh.example\r\n{header}\r\n\r\n"
    request = next(get_parser(ours(), [written.encode()], peer))
    assert request.scheme == "http"
    assert {name for name, _value in request.headers} <= {"HOST", "X-FORWARDED-PROTO"}


class _Listener:
    def __init__(self) -> None:
        self.sock = socket.create_server(("127.0.0.1", 0))


class _Server:
    def __init__(self) -> None:
        self.LISTENERS = [_Listener()]


def test_a_client_that_stalls_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(config.gunicorn, "_STALLED", 1)
    server = _Server()
    config.gunicorn.when_ready(server)
    listening = server.LISTENERS[0].sock
    with listening, socket.create_connection(listening.getsockname()) as client, listening.accept()[0] as link:
        client.sendall(b"GET /")
        link.setblocking(True)  # as gunicorn's threads read
        assert link.recv(100) == b"GET /"
        with pytest.raises(BlockingIOError):
            link.recv(100)
