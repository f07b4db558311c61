"""Which adapter serves which kind of channel. Bound once, by `config.wiring`."""

from __future__ import annotations

from loa.channels.ports import ChannelKind, ChannelPort

_bound: dict[ChannelKind, ChannelPort] = {}


class ChannelUnbound(LookupError):
    """No adapter serves this kind here."""


def bind(kind: ChannelKind, port: ChannelPort) -> None:
    """Let `port` serve `kind` from now on."""
    _bound[kind] = port


def port_for(kind: ChannelKind) -> ChannelPort:
    """:raises ChannelUnbound: nothing is bound to `kind`."""
    try:
        return _bound[kind]
    except KeyError:
        raise ChannelUnbound(kind) from None
