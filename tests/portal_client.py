"""Asks the portal's server in this process, without a port."""

from __future__ import annotations

import asyncio
from pathlib import Path

import httpx

from loa.portal.server import create_app


class PortalClient:
    """A resident's browser that follows no redirect by itself."""

    def __init__(self, root: Path, base_url: str = "http://cong.test") -> None:
        self._app = create_app(root)
        self._base_url = base_url

    def request(self, method: str, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        url = path if path.startswith("http") else self._base_url + path

        async def ask() -> httpx.Response:
            transport = httpx.ASGITransport(app=self._app)
            async with httpx.AsyncClient(transport=transport, trust_env=False) as client:
                return await client.request(method, url, headers=headers)

        return asyncio.run(ask())

    def get(self, path: str, headers: dict[str, str] | None = None) -> httpx.Response:
        return self.request("GET", path, headers)
