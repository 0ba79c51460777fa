"""A document as DOCX, to write on in: made by pandoc from a tree, in styles of our own."""

import json
import re
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from krachtlokaal.publishing.documents import pandoc, pictures, word_base
from krachtlokaal.publishing.documents.model import Document, Figure

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_TIMES = re.compile(rb"<dcterms:(created|modified)\b.*?</dcterms:\1>")
_TIME = (1980, 1, 1, 0, 0, 0)


def render(document: Document) -> bytes:
    """Headings, lists, tables with heads and pictures with words, all as a word processor's own."""
    import pypandoc

    figures = [part for part in document.parts if isinstance(part, Figure)]
    drawn = pictures.png([figure.svg for figure in figures])
    found = (f"data:image/png;base64,{b64encode(content).decode()}" for content in drawn)
    tree = json.dumps(pandoc.tree(document, found))
    with TemporaryDirectory() as folder:
        base, target = Path(folder, "base.docx"), Path(folder, "made.docx")
        base.write_bytes(word_base.made(document.title, document.language))
        # In its sandbox pandoc reads no file but this one, whatever a text says.
        arguments = ["--sandbox", f"--reference-doc={base}"]
        pypandoc.convert_text(tree, "docx", format="json", outputfile=target, extra_args=arguments)
        return _timeless(target.read_bytes())


def _timeless(content: bytes) -> bytes:
    """The file without times: in its sandbox pandoc knows no clock, and writes that of 1970."""
    target = BytesIO()
    with ZipFile(BytesIO(content)) as made, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name in made.namelist():
            part = made.read(name)
            if name == "docProps/core.xml":
                part = _TIMES.sub(b"", part)
            archive.writestr(ZipInfo(name, _TIME), part, ZIP_DEFLATED)
    return target.getvalue()
