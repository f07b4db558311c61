"""Serves the portal from disk: no Django, no database, no cookie, nothing from elsewhere.

Run by the supervisor as `python -m loa.cli.process portal ROOT PORT`.
"""

from __future__ import annotations

import re
import socket
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from loa.core.language import gettext as _
from loa.core.refusals import Refusal

SECURITY_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; img-src 'self'; media-src 'self'; style-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    ),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "x-frame-options": "DENY",
    "cross-origin-opener-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=()",
}
MEDIA_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".mp3": "audio/mpeg",
    ".opus": "audio/ogg",
    ".pdf": "application/pdf",
    ".png": "image/png",
}
NEVER_CHANGES = re.compile(r"media/[0-9a-f]{64}\.\w+")
CODE = re.compile(r"[A-Z0-9]{4,8}")
SAFE_PART = re.compile(r"[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}")  # no dotfile, no "..", no backslash, no percent
DEEPEST = 5  # parts of an address
NOTHING_HERE = "Không tìm thấy trang này."
READ_ONLY = "Trang này chỉ để đọc."
BACKLOG = 128


class PortBusy(Refusal):
    """Another program listens on the port."""


def create_app(root: Path) -> ASGIApp:
    """The portal of the folder `root` as an ASGI application."""
    pages = _Pages(root)
    return _Secured(
        Starlette(
            routes=[Route("/{path:path}", pages.answer, methods=["GET", "HEAD"])],
            exception_handlers={405: _read_only},
        )
    )


def listening_socket(host: str, port: int) -> socket.socket:
    """Take `port` before anything else is started.

    :raises PortBusy: somebody has it.
    """
    taken = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        taken.listen(BACKLOG)
    except OSError as error:
        taken.close()
        raise PortBusy(
            _("Cổng {port} đang có chương trình khác dùng. Tắt chương trình đó hoặc chọn cổng khác.").format(port=port)
        ) from error
    return taken


def main(root: Path, host: str = "127.0.0.1", *, port: int = 8080) -> None:
    """Serve `root` until told to stop (SIGTERM, SIGINT).

    :raises PortBusy: the port is taken; nothing was started.
    """
    listener = listening_socket(host, port)
    config = uvicorn.Config(
        create_app(root),
        log_level="warning",
        access_log=False,  # who reads what is nobody's business
        server_header=False,
        lifespan="off",
        timeout_graceful_shutdown=2,
    )
    uvicorn.Server(config).run(sockets=[listener])


async def _read_only(request: Request, error: Exception) -> Response:  # noqa: ARG001
    return PlainTextResponse(READ_ONLY, 405, {"allow": "GET, HEAD"})


class _Pages:
    """Finds the file of an address, or says in Vietnamese that there is none."""

    def __init__(self, root: Path) -> None:
        self._root = root.resolve()

    async def answer(self, request: Request) -> Response:
        parts = request.url.path.strip("/").split("/") if request.url.path.strip("/") else []
        is_folder = request.url.path.endswith("/")
        if parts == ["tin"]:
            asked = request.query_params.get("ma", "")
            back, here = ("../", "") if is_folder else ("./", "tin/")
            return self._by_code(asked, here) if asked else RedirectResponse(back, 303)
        if len(parts) > DEEPEST or not all(SAFE_PART.fullmatch(part) for part in parts):
            return self._missing()
        path = self._root.joinpath(*parts)
        if path.is_dir():
            if not is_folder:
                return RedirectResponse(f"{parts[-1]}/", 308)
            path = path / "index.html"
        elif len(parts) == 2 and parts[0] == "tin" and not path.exists():
            return self._by_code(parts[1], "../" if is_folder else "")
        return self._file(path, request)

    def _by_code(self, asked: str, here: str) -> Response:
        """The page of a code however it was typed: small letters, blanks, dashes. `here` leads to the codes' folder."""
        code = re.sub(r"[\s-]", "", asked).upper()
        if CODE.fullmatch(code) and (self._root / "tin" / code / "index.html").is_file():
            return RedirectResponse(f"{here}{code}/", 303)
        return self._missing()

    def _file(self, path: Path, request: Request) -> Response:
        media_type = MEDIA_TYPES.get(path.suffix)
        if media_type is None or not path.is_file() or not path.resolve().is_relative_to(self._root):
            return self._missing()
        name = path.relative_to(self._root).as_posix()
        stat = path.stat()
        is_fixed = NEVER_CHANGES.fullmatch(name) is not None
        etag = f'"{path.stem}"' if is_fixed else f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
        cache = "public, max-age=31536000, immutable" if is_fixed else "no-cache"
        headers = {"etag": etag, "cache-control": cache}
        if etag in re.split(r"\s*,\s*", request.headers.get("if-none-match", "").replace("W/", "")):
            return Response(status_code=304, headers=headers)
        return FileResponse(path, media_type=media_type, headers=headers, stat_result=stat)

    def _missing(self) -> Response:
        page = self._root / "404.html"
        body = page.read_bytes() if page.is_file() else NOTHING_HERE.encode()
        kind = ".html" if page.is_file() else ".txt"
        return Response(body, 404, {"cache-control": "no-cache"}, MEDIA_TYPES[kind])


class _Secured:
    """Adds the security headers to every answer, also to those of the framework itself."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                extra = [(name.encode(), value.encode()) for name, value in SECURITY_HEADERS.items()]
                message = {**message, "headers": [*message.get("headers", []), *extra]}
            await send(message)

        await self._app(scope, receive, send_with_headers if scope["type"] == "http" else send)
