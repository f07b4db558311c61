"""Tables of the editorial desk."""

from loa.editorial.models.approval import Approval
from loa.editorial.models.message import Message, MessageVersion, Source, VersionState
from loa.editorial.models.rendition import Rendition
from loa.editorial.models.version_return import VersionReturn

__all__ = ["Approval", "Message", "MessageVersion", "Rendition", "Source", "VersionReturn", "VersionState"]
