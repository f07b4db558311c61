"""Tables of the documents."""

from loa.documents.models.document import Document, Extraction

__all__ = ["Document", "Extraction"]
