"""Opening a DOCX without trusting it: sizes are checked before anything is unpacked, XML may declare nothing."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from xml.etree import ElementTree

from loa.documents.reading import limits
from loa.documents.refusals import BrokenDocx, CannotRead, PasswordProtected, SwollenDocx, UnknownFileType, UnsafeXml

_ENCRYPTED_ENTRY = 0x1


def local(element: ElementTree.Element) -> str:
    """The name without its namespace: the transitional and strict forms of the format differ only there."""
    return element.tag.rpartition("}")[2]


def child(element: ElementTree.Element | None, *path: str) -> ElementTree.Element | None:
    """The first descendant down `path` of local names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((part for part in element if local(part) == name), None)
    return element


def value(element: ElementTree.Element | None, name: str = "val") -> str | None:
    """An attribute by its local name; None also for an absent element."""
    if element is None:
        return None
    return next((text for key, text in element.attrib.items() if key.rpartition("}")[2] == name), None)


class _NoDeclarations(ElementTree.TreeBuilder):
    """Stops at a document type declaration, before any entity of it is read."""

    def doctype(self, name: str, pubid: str | None, system: str | None) -> None:  # noqa: ARG002
        raise CannotRead(UnsafeXml)


class Package:
    """The parts of one DOCX file."""

    def __init__(self, data: bytes) -> None:
        """:raises CannotRead: no zip file, an encrypted one, or one that unpacks to too much."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError) as error:
            raise CannotRead(BrokenDocx) from error
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > min(limits.MAX_UNZIPPED_BYTES, limits.MAX_UNZIPPED_RATIO * len(data)):
            raise CannotRead(SwollenDocx)
        if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in entries):
            raise CannotRead(PasswordProtected)
        self._names = {entry.filename for entry in entries}

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root of a part, or None where the package has no such part.

        :raises CannotRead: damaged, or with a document type declaration.
        """
        if name not in self._names:
            return None
        parser = ElementTree.XMLParser(target=_NoDeclarations())  # noqa: S314 - declarations stop it
        try:
            return ElementTree.fromstring(self._zip.read(name), parser)  # noqa: S314
        except (ElementTree.ParseError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError) as error:
            raise CannotRead(BrokenDocx) from error

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` points to with a relationship whose type ends in `kind`."""
        folder, file = posixpath.split(part)
        relations = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        targets = []
        for relation in relations if relations is not None else ():
            if (value(relation, "Type") or "").endswith(f"/{kind}") and value(relation, "TargetMode") != "External":
                target = posixpath.join("/", folder, value(relation, "Target") or "")
                targets.append(posixpath.normpath(target).lstrip("/"))
        return targets

    def main_part(self) -> str:
        """Name of the part that holds the words of the document.

        :raises CannotRead: a zip file that is no Word document, or one that lost that part.
        """
        if "[Content_Types].xml" not in self._names:
            raise CannotRead(UnknownFileType)
        found = self.related("", "officeDocument")
        if not found or found[0] not in self._names:
            raise CannotRead(BrokenDocx)
        root = self.xml(found[0])
        if root is None or local(root) != "document":
            raise CannotRead(UnknownFileType)
        return found[0]
