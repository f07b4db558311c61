"""Opening a DOCX without trusting it: sizes are checked before anything is unpacked, XML may declare nothing."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from xml.etree import ElementTree
from xml.parsers import expat

from loa.documents.reading import limits
from loa.documents.reading.docx_tags import W, transitional
from loa.documents.refusals import BrokenDocx, CannotRead, PasswordProtected, SwollenDocx, UnknownFileType, UnsafeXml

_ENCRYPTED_ENTRY = 0x1
_DAMAGED = (ElementTree.ParseError, zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError)


class _Begun(Exception):
    """The prolog is over."""


class Package:
    """The parts of one DOCX file; macros and embedded files are never opened."""

    def __init__(self, data: bytes) -> None:
        """:raises CannotRead: no zip file, an encrypted one, or one that unpacks to too much."""
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise CannotRead(BrokenDocx) from error
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        if unpacked > min(limits.MAX_UNZIPPED_BYTES, limits.MAX_UNZIPPED_RATIO * len(data)):
            raise CannotRead(SwollenDocx)
        if any(entry.flag_bits & _ENCRYPTED_ENTRY for entry in entries):
            raise CannotRead(PasswordProtected)
        self._names = {entry.filename for entry in entries}
        self._relations: dict[str, list[tuple[str, str]]] = {}

    @property
    def has_pictures(self) -> bool:
        return any("/media/" in name for name in self._names)

    def xml(self, name: str) -> ElementTree.Element | None:
        """The root of a part, or None where the package has no such part.

        :raises CannotRead: damaged, or with a document type declaration.
        """
        if name not in self._names:
            return None
        try:
            data = self._zip.read(name)
            _refuse_declarations(data)
            return transitional(ElementTree.fromstring(data))  # noqa: S314 - it declares nothing
        except _DAMAGED as error:
            raise CannotRead(BrokenDocx) from error

    def related(self, part: str, kind: str) -> list[str]:
        """Names of the parts that `part` points to with a relationship whose type ends in `kind`."""
        if part not in self._relations:
            self._relations[part] = self._read_relations(part)
        return [target for what, target in self._relations[part] if what.endswith(f"/{kind}")]

    def _read_relations(self, part: str) -> list[tuple[str, str]]:
        folder, file = posixpath.split(part)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        found = []
        for relation in root if root is not None else ():
            if relation.get("TargetMode") != "External":
                target = posixpath.join("/", folder, relation.get("Target") or "")
                found.append((relation.get("Type") or "", posixpath.normpath(target).lstrip("/")))
        return found

    def main_part(self) -> tuple[str, ElementTree.Element]:
        """Name and root of the part that holds the words of the document.

        :raises CannotRead: a zip file that is no Word document, or one that lost that part.
        """
        if "[Content_Types].xml" not in self._names:
            raise CannotRead(UnknownFileType)
        found = self.related("", "officeDocument")
        root = self.xml(found[0]) if found else None
        if root is None:
            raise CannotRead(BrokenDocx)
        if root.tag != f"{W}document":
            raise CannotRead(UnknownFileType)
        return found[0], root

    def first(self, part: str, kind: str) -> ElementTree.Element | None:
        """The root of the first part of that kind, or None."""
        names = self.related(part, kind)
        return self.xml(names[0]) if names else None


def _refuse_declarations(data: bytes) -> None:
    """A document type declaration stands before the root element: only so far is looked, whatever the encoding.

    :raises CannotRead: there is one; no entity of it is read.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = _declared
    parser.StartElementHandler = _begun
    try:
        parser.Parse(data, True)
    except _Begun:
        return
    except expat.ExpatError as error:
        raise CannotRead(BrokenDocx) from error


def _declared(*_declaration: object) -> None:
    raise CannotRead(UnsafeXml)


def _begun(*_element: object) -> None:
    raise _Begun
