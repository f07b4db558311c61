"""What all forms of one version share, so that code, address, dates and contact cannot differ between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from loa.editorial.ports import Form
from loa.typeset.dates import day_text
from loa.units.naming import called, committee_of, kind_of


@dataclass(frozen=True, slots=True)
class Basis:
    """A document the message rests on, and which of its clauses."""

    label: str
    clauses: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        """ "Kế hoạch … (mục II.5, III.1)"."""
        return f"{self.label} (mục {', '.join(self.clauses)})" if self.clauses else self.label


@dataclass(frozen=True, slots=True)
class Content:
    """The words of a version. `commune` and `province` as documents write them, "xã Đồng Sương", "tỉnh Lam Giang"."""

    commune: str
    province: str
    code: str
    address: str
    title: str
    summary: str
    paragraphs: tuple[str, ...]
    contact: str
    useful_until: date | None
    bases: tuple[Basis, ...]
    notice: str = ""  # what stands on every form of a rehearsal, where nobody has really approved anything

    @property
    def issuer(self) -> str:
        return committee_of(self.commune)

    @property
    def called(self) -> str:
        """ "xã", "phường", "thành phố" …; "cơ quan" where the issuer is no place."""
        return called(self.commune)

    @property
    def station(self) -> str:
        """ "Đài truyền thanh xã Đồng Sương"; an office has no station of its own."""
        return f"Đài truyền thanh {self.commune if kind_of(self.commune) else 'cơ sở'}"

    @property
    def until_words(self) -> str:
        """ "31/12/2025", or nothing where no end is stated."""
        return day_text(self.useful_until) if self.useful_until else ""


@dataclass(frozen=True, slots=True)
class Made:
    """One finished form: its bytes and what the form itself counts."""

    form: Form
    media_type: str
    suffix: str
    data: bytes
    variant: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
