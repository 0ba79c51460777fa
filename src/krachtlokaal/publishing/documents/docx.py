"""A document as DOCX, to write on in: made by pandoc from a tree, in styles of our own."""

import json
from base64 import b64encode
from pathlib import Path
from tempfile import TemporaryDirectory

from krachtlokaal.publishing.documents import pandoc, pictures, word_base
from krachtlokaal.publishing.documents.model import Document, Figure

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


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
        return target.read_bytes()
