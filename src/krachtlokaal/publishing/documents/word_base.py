"""The empty Word document whose styles, page and foot pandoc takes over.

Made of pandoc's own, with the files of word/ in the place of its files. Colours stand in
static/css/tokens.css, once.
"""

import re
import subprocess
from functools import cache
from io import BytesIO
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape  # nosec B406 - writes, reads nothing
from zipfile import ZIP_DEFLATED, ZipFile

from krachtlokaal.publishing.charts import paint
from krachtlokaal.publishing.documents import words

FOLDER = Path(__file__).parent / "word"
COLOURS = {
    "ink": "--ds-color-neutral-text-default",
    "soft": "--ds-color-neutral-text-subtle",
    "braam": "--ds-color-accent-base-default",
    "link": "--ds-color-accent-text-subtle",
    "tint": "--ds-color-accent-surface-tinted",
    "sun": "--ds-color-brand1-base-default",
    "rule": "--kl-rule",
    "edge": "--ds-color-neutral-border-default",
}
_RELATION = (
    '<Relationship Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footer"'
    ' Id="rId90" Target="footer1.xml"/>'
)
_TYPE = (
    '<Override PartName="/word/footer1.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>'
)


def made(title: str, language: str) -> bytes:
    """The document, with the title and the page numbers at its foot."""
    told = words.OF[language]
    values = {
        **{name: paint.tokens()[token].removeprefix("#") for name, token in COLOURS.items()},
        "title": escape(title),
        "page": told.page,
        "of": told.all,
        "language": words.CODES[language],
    }
    target = BytesIO()
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        for name, content in _of_pandoc().items():
            archive.writestr(name, content)
        for path in sorted(FOLDER.glob("*.xml")):
            text = Template(path.read_text(encoding="utf-8")).substitute(values)
            archive.writestr(f"word/{path.name}", text)
    return target.getvalue()


@cache
def _of_pandoc() -> dict[str, bytes]:
    """What stays of pandoc's own document."""
    import pypandoc

    command = [pypandoc.get_pandoc_path(), "--print-default-data-file", "reference.docx"]
    content = subprocess.run(command, capture_output=True, check=True).stdout
    ours = {f"word/{path.name}" for path in FOLDER.glob("*.xml")}
    with ZipFile(BytesIO(content)) as archive:
        found = {name: archive.read(name) for name in archive.namelist() if name not in ours}
    relations, types = "word/_rels/document.xml.rels", "[Content_Types].xml"
    found[relations] = _before_end(found[relations], "</Relationships>", _RELATION)
    found[types] = _before_end(found[types], "</Types>", _TYPE)
    return found


def _before_end(content: bytes, end: str, what: str) -> bytes:
    return re.sub(re.escape(end), what + end, content.decode(), count=1).encode()
