"""A document's file as it came, to be saved."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponseBase

from loa.console.frame.files import POLICY, send_file
from loa.console.frame.screen import StaffRequest
from loa.core.content import ContentStore
from loa.documents.models import Document


def send_document(request: StaffRequest, document: Document) -> HttpResponseBase:
    """The bytes that were imported; they are never opened as a page of this console."""
    path = ContentStore(settings.CONTENT_DIR).path(document.sha256)
    response = send_file(request, path, media_type=document.media_type, name=document.file_name, sha256=document.sha256)
    response.headers["Content-Security-Policy"] = POLICY
    return response
