"""The gate before amqtt: it sees every CONNECT first.

amqtt 0.12 looks up, takes over or deletes the stored session of a client identifier BEFORE it asks who is calling,
sends a last will without asking whether it may be published, and, when a player comes back on a new connection while
the old one still seems alive, marks the shared session as gone. So here: no account, no entry; no wills; and the old
connection of an identifier has ended before the new one goes through.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import cast

from amqtt.adapters import StreamReaderAdapter, StreamWriterAdapter
from amqtt.errors import AMQTTError, CodecError, MQTTError, NoDataError
from amqtt.mqtt.connack import NOT_AUTHORIZED, ConnackPacket
from amqtt.mqtt.connect import ConnectPacket

from loa.adapters.broker_amqtt.accounts import Accounts, account_of

CONNECT_SECONDS = 5.0
CONNECT_BYTES = 4096
NOT_A_CONNECT = (AMQTTError, MQTTError, CodecError, NoDataError, ValueError, EOFError, OSError)

Enter = Callable[[StreamReaderAdapter, StreamWriterAdapter], Awaitable[None]]


class _Reader(StreamReaderAdapter):  # type: ignore[misc]
    """Keeps what it read of the CONNECT, gives it again to amqtt, and knows when it last heard anything."""

    def __init__(self, reader: asyncio.StreamReader) -> None:
        super().__init__(reader)
        self._kept: bytes | None = b""
        self._again = b""
        self.heard_at = asyncio.get_running_loop().time()

    async def read(self, n: int = -1) -> bytes:
        if self._again and n != -1:
            part, self._again = self._again[:n], self._again[n:]
            return part
        data: bytes = await super().read(n)
        self.heard_at = asyncio.get_running_loop().time()
        if self._kept is not None:
            self._kept += data
            if len(self._kept) > CONNECT_BYTES:
                raise ValueError("CONNECT too long")
        return data

    def rewind(self) -> None:
        self._again, self._kept = self._kept or b"", None


@dataclass(frozen=True, slots=True)
class _Visitor:
    """A connection that is inside."""

    task: asyncio.Task[None]
    writer: asyncio.StreamWriter


class Gate:
    """One per listening port. `enter` hands a connection to amqtt and returns when it has ended."""

    def __init__(self, accounts: Accounts, *, enter: Enter) -> None:
        self._accounts = accounts
        self._enter = enter
        self._inside: dict[str, _Visitor] = {}
        self._open: dict[asyncio.Task[None], asyncio.StreamWriter] = {}

    async def receive(self, stream: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Serve one TCP connection from its first byte to its end."""
        task = cast("asyncio.Task[None]", asyncio.current_task())
        self._open[task] = writer
        try:
            reader, out = _Reader(stream), StreamWriterAdapter(writer)
            connect = await self._read_connect(reader)
            if connect is None or not self._is_welcome(connect):
                await _refuse(out, is_answered=connect is not None)
                return
            await self._see_off(connect.client_id)
            await self._serve(connect, reader, out=out, writer=writer)
        finally:
            del self._open[task]
            writer.close()  # not waited for: amqtt may have cancelled that very future

    async def close(self) -> None:
        """Cut every connection and wait for its end."""
        if self._open:
            for writer in self._open.values():
                writer.transport.abort()
            await asyncio.wait(list(self._open), timeout=CONNECT_SECONDS)

    async def _serve(
        self, connect: ConnectPacket, reader: _Reader, *, out: StreamWriterAdapter, writer: asyncio.StreamWriter
    ) -> None:
        reader.rewind()
        task = asyncio.ensure_future(self._enter(reader, out))
        visitor = self._inside[connect.client_id] = _Visitor(task, writer)
        watch = asyncio.create_task(_end_when_silent(reader, writer, seconds=connect.keep_alive * 1.5))
        try:
            await task
        finally:
            watch.cancel()
            if self._inside.get(connect.client_id) is visitor:
                del self._inside[connect.client_id]

    async def _read_connect(self, reader: _Reader) -> ConnectPacket | None:
        try:
            async with asyncio.timeout(CONNECT_SECONDS):
                return await ConnectPacket.from_stream(reader)
        except (*NOT_A_CONNECT, TimeoutError):
            return None

    def _is_welcome(self, connect: ConnectPacket) -> bool:
        username = connect.username or ""
        return (
            not connect.will_flag
            and username == account_of(connect.client_id or "")
            and self._accounts.is_known(username=username, password=connect.password)
        )

    async def _see_off(self, identifier: str) -> None:
        """End the older connection of this identifier, wholly."""
        while older := self._inside.get(identifier):
            older.writer.transport.abort()
            await asyncio.wait([older.task])
            if self._inside.get(identifier) is older:
                del self._inside[identifier]


async def _refuse(out: StreamWriterAdapter, *, is_answered: bool) -> None:
    with contextlib.suppress(OSError):
        if is_answered:
            await ConnackPacket.build(0, NOT_AUTHORIZED).to_stream(out)
        await out.close()


async def _end_when_silent(reader: _Reader, writer: asyncio.StreamWriter, *, seconds: float) -> None:
    """Close a connection that has said nothing for 1.5 keep-alive times (MQTT 3.1.1, section 3.1.2.10)."""
    loop = asyncio.get_running_loop()
    while seconds:
        silent = loop.time() - reader.heard_at
        if silent >= seconds:
            writer.transport.abort()
            return
        await asyncio.sleep(seconds - silent)
