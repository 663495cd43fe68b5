"""Restarts under load: code loaded anew (HUP), and the whole site stopped and started behind a socket that stays open.

    python -m bench.drills.restart [--proxy nginx|caddy] [--database postgresql]

Clients ask for pages, one after another, each answer read to its end; wanted: not one that fails.
"""

from __future__ import annotations

import argparse
import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

from bench.drills.servers import ROOT, primary

CLIENTS, MOST, PATHS = 4, 40_000, ("/", "/cuoc-hop/", "/cuoc-hop/?year=2025", "/nhiem-vu/", "/api/v1/meetings")
SERVING = "LISTEN_PID=$$ exec {python} -m gunicorn --config config/gunicorn.py --no-control-socket config.wsgi"
SITES = {
    "nginx": """
        daemon off; pid {folder}/pid; error_log stderr error;
        events {{}}
        http {{
            access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p;
            fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
            server {{
                listen 127.0.0.1:{port};
                location / {{
                    proxy_pass http://127.0.0.1:{behind};
                    proxy_set_header Host $host;
                    proxy_set_header X-Request-ID $request_id;
                }}
            }}
        }}""",
    "caddy": """{{
        admin off
        auto_https off
    }}
    http://127.0.0.1:{port} {{
        reverse_proxy 127.0.0.1:{behind} {{
            transport http {{
                keepalive off
            }}
        }}
    }}""",
}


class Site:
    """The site behind a socket that outlives it, as systemd holds one."""

    def __init__(self, environment: dict[str, str]) -> None:
        known = {"DJANGO_SETTINGS_MODULE": "config.settings", "SECRET_KEY": "drill" * 12, "WEB_CONCURRENCY": "2"}
        known |= {"SAMPLE": "0", "LIMIT_API": "1000000"}
        self.environment = {**os.environ, **known, "LISTEN_FDS": "1", **environment}
        self.listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.port = self.listening.getsockname()[1]
        for command in (["-m", "config.start"], ["manage.py", "load_articles", "--no-progress"]):
            subprocess.run([sys.executable, *command], cwd=ROOT, env=self.environment, check=True, capture_output=True)

    def start(self) -> None:
        """Starts it with the socket as its file 3."""
        self.process = subprocess.Popen(
            ["sh", "-c", SERVING.format(python=sys.executable)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            preexec_fn=self._hand_over,
            close_fds=False,
        )

    def _hand_over(self) -> None:
        os.dup2(self.listening.fileno(), 3)
        os.set_inheritable(3, True)

    def stop(self) -> None:
        """Ends it as `systemctl stop` does."""
        self.process.terminate()
        self.process.wait(60)


class Clients:
    """So many threads that ask until they are told to end; what they were answered, and how long the longest waited."""

    def __init__(self, port: int) -> None:
        self.port, self.answers, self.longest = port, Counter[str](), 0.0
        self._ending, self._lock = threading.Event(), threading.Lock()
        self._threads = [threading.Thread(target=self._ask) for _ in range(CLIENTS)]

    def _ask(self) -> None:
        for number in range(MOST // CLIENTS):
            if self._ending.is_set():
                return
            begun = time.monotonic()
            told = ask(self.port, PATHS[number % len(PATHS)])
            with self._lock:
                self.answers[told] += 1
                self.longest = max(self.longest, time.monotonic() - begun)

    @contextmanager
    def asking(self) -> Iterator[None]:
        """Asks while something is done."""
        for thread in self._threads:
            thread.start()
        try:
            yield
        finally:
            self._ending.set()
            for thread in self._threads:
                thread.join()


def ask(port: int, path: str) -> str:
    """The status of an answer, or what went wrong."""
    link = http.client.HTTPConnection("127.0.0.1", port, timeout=60)  # as long as browsers and proxies wait
    try:
        link.request("GET", path)
        answer = link.getresponse()
        answer.read()
        return str(answer.status)
    except (OSError, http.client.HTTPException) as error:
        return type(error).__name__
    finally:
        link.close()


def installed(name: str) -> None:
    """Ends the drill with a sentence where the proxy is not there, before anything is begun."""
    if shutil.which(name) is None:
        sys.exit(f"{name} is not installed, or not on the PATH: apt-get install {name}")


@contextmanager
def proxy(name: str, behind: int) -> Iterator[int]:
    """A proxy before the site; gives its port."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        port = probe.getsockname()[1]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "site")
        file.write_text(SITES[name].format(folder=folder, port=port, behind=behind))
        command = {
            "nginx": ["nginx", "-c", str(file)],
            "caddy": ["caddy", "run", "--adapter", "caddyfile", "--config", str(file)],
        }
        process = subprocess.Popen(command[name], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            until = time.monotonic() + 20
            while ask(port, "/healthz") != "200" and time.monotonic() < until:
                time.sleep(0.2)
            yield port
        finally:
            process.terminate()
            process.wait(20)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--proxy", choices=SITES)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--times", type=int, default=3, help="of each kind")
    chosen = parser.parse_args()
    if chosen.proxy:
        installed(chosen.proxy)
    server = primary() if chosen.database == "postgresql" else None
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        site = Site({"DATABASE_URL": server.url if server else f"sqlite:///{folder}/site.sqlite3"})
        site.start()
        try:
            with proxy(chosen.proxy, site.port) if chosen.proxy else nullcontext(site.port) as port:
                ask(port, "/readyz")
                for what in ("loaded anew", "stopped and started"):
                    clients, begun = Clients(port), time.monotonic()
                    with clients.asking():
                        for _ in range(chosen.times):
                            time.sleep(4)
                            if what == "loaded anew":
                                site.process.send_signal(signal.SIGHUP)
                            else:
                                site.stop()
                                site.start()
                            time.sleep(6)
                    good = clients.answers["200"]
                    bad = sum(clients.answers.values()) - good
                    failed += bad
                    told = f"{what}, {chosen.times} times in {time.monotonic() - begun:.0f} s: {good} answers"
                    kinds = f" {dict(clients.answers)}" if bad else ""
                    print(f"{told}, {bad} failed{kinds}, the longest took {clients.longest:.1f} s", flush=True)
        finally:
            site.stop()
            if server:
                server.stop()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
