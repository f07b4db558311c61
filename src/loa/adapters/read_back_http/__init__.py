"""A published page over HTTP, as a resident gets it."""

from loa.adapters.read_back_http.fetch import NotServed, over_http

__all__ = ["NotServed", "over_http"]
