"""The review page as the tests of the console open it."""

from __future__ import annotations

from django.test import Client

from cast import Cast
from editorial_rows import a_document
from loa.documents.models import Document


def waiting_document(cast: Cast, client: Client) -> Document:
    """One that waits for review; Hạnh is signed in."""
    client.force_login(cast.hanh.user)
    return a_document(cast)


def address(document: Document, part: str = "") -> str:
    return f"/ke-hoach/doi-chieu/{document.pk}/{part}"


def page(client: Client, where: str) -> str:
    answer = client.get(where)
    assert answer.status_code == 200, where
    return answer.content.decode()
