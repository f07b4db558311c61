"""Tables of the documents."""

from loa.documents.models.correction import Correction
from loa.documents.models.document import Document, Extraction

__all__ = ["Correction", "Document", "Extraction"]
