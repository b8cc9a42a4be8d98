"""Chromium by its DevTools protocol over a pipe: no port is opened and nothing else is installed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from base64 import b64decode
from typing import TYPE_CHECKING, Any, NamedTuple, Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_COMMAND = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-extensions",
    "--disable-background-networking",
    "--no-first-run",
    "--remote-debugging-pipe",
)
_ON_3_AND_4 = """
import os, sys
reads, writes = (os.dup(int(one)) for one in sys.argv[1:3])
os.dup2(reads, 13), os.dup2(writes, 14), os.dup2(13, 3), os.dup2(14, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
"""Chromium reads from the descriptor 3 and writes to 4."""


class Width(NamedTuple):
    """A screen: its width and height in CSS pixels, and whether it is dark."""

    width: int
    height: int = 800
    is_dark: bool = False


_SCROLLBAR = 15
PRINTED = {
    name: Width(width + _SCROLLBAR)
    for name, width in {"f4": 642, "f4-lebar": 1077, "a4": 623, "a4-lebar": 952}.items()
}
"""Screens as wide as what is printed on a paper, upright and on its side."""


class Browser:
    """One Chromium with one page."""

    def __init__(self, program: str, environment: Mapping[str, str]) -> None:
        """Start it, with a profile of its own."""
        self._folder = tempfile.TemporaryDirectory(prefix="kskd-chromium-", ignore_cleanup_errors=True)
        reads, self._out = os.pipe()
        self._in, writes = os.pipe()
        command = [program, *_COMMAND, f"--user-data-dir={self._folder.name}", "about:blank"]
        self._process = subprocess.Popen(
            [sys.executable, "-c", _ON_3_AND_4, str(reads), str(writes), *command],
            env=environment,
            pass_fds=(reads, writes),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(reads)
        os.close(writes)
        self._last, self._rest = 0, b""
        self.events: list[dict[str, Any]] = []
        self._session: str | None = None
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Runtime", "Log"):
            self.send(f"{domain}.enable")

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Ended, with all that it wrote."""
        self._process.kill()
        self._process.wait()
        os.close(self._out)
        os.close(self._in)
        self._folder.cleanup()

    def send(self, method: str, **params: object) -> Any:
        """The answer to a command."""
        self._last += 1
        session = {"sessionId": self._session} if self._session else {}
        told = json.dumps({"id": self._last, "method": method, "params": params, **session})
        os.write(self._out, told.encode() + b"\0")
        while (message := self._read()).get("id") != self._last:
            self.events.append(message)
        assert "error" not in message, message["error"]
        return message["result"]

    def open(self, file: Path, screen: Width) -> None:
        """Show a file on a screen; ``events`` are those from then on."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=screen.width,
            height=screen.height,
            deviceScaleFactor=1,
            mobile=screen.width < 600,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if screen.is_dark else "light"}
        self.send("Emulation.setEmulatedMedia", media="", features=[scheme])
        self.events.clear()
        self.send("Page.navigate", url=file.as_uri())
        while not any(one.get("method") == "Page.loadEventFired" for one in self.events):
            self.events.append(self._read())

    def value(self, expression: str) -> Any:
        """What an expression of JavaScript gives, awaited."""
        told = self.send("Runtime.evaluate", expression=expression, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in told, told["exceptionDetails"]
        return told["result"].get("value")

    def requests(self) -> list[str]:
        """What the page asked for, beside itself and what it carries."""
        urls = [
            one["params"]["request"]["url"]
            for one in self.events
            if one.get("method") == "Network.requestWillBeSent"
        ]
        return [url for url in urls[1:] if not url.startswith("data:")]

    def complaints(self) -> list[str]:
        """What the browser says that it did not like."""
        return [
            one["params"]["entry"]["text"] for one in self.events if one.get("method") == "Log.entryAdded"
        ]

    def pdf(self) -> bytes:
        """The page as it is printed, on the paper that it asks for."""
        return b64decode(self.send("Page.printToPDF", preferCSSPageSize=True)["data"])

    def picture(self) -> bytes:
        """All of the page as a PNG."""
        return b64decode(self.send("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def _read(self) -> Any:
        while b"\0" not in self._rest:
            piece = os.read(self._in, 1 << 16)
            assert piece, "chromium ended"
            self._rest += piece
        message, _, self._rest = self._rest.partition(b"\0")
        return json.loads(message)
