"""Tables of the channels."""

from loa.channels.models.outlet import Outlet

__all__ = ["Outlet"]
