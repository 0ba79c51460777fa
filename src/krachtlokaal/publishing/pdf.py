"""Printed documents as PDF/UA-1, which screen readers can read, set by typst.

A template is a file of ours; what people typed goes in as data and is never read as markup.
"""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.utils.functional import Promise

if TYPE_CHECKING:
    from typst import Compiler, Fonts, TypstError

CONTENT_TYPE = "application/pdf"
LANGUAGES = ("nl", "en", "fy")
# Templates import from here on: #import "/publishing/typst/kl.typ": *
ROOT = Path(__file__).resolve().parents[1]
TEMPLATES = ROOT / "publishing" / "typst"

# A sign that the typeface lacks would stop the document: PDF/UA forbids it. This box shows it.
MISSING = "\N{WHITE VERTICAL RECTANGLE}"
_UNKNOWN = re.compile(
    r"[^\n\x20-\x7e\xa0-\u024f\u0300-\u0304\u0306-\u030d\u0327\u0328"  # Latin, marks on letters
    r"\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03e1\u0400-\u045f\u048a-\u04ff"  # Greek, Cyrillic
    r"\u1e80-\u1e85\u1e9e\u1ea0-\u1ef9\u2012-\u2016\u2018-\u201a\u201c-\u201e\u2020-\u2022"
    r"\u2026\u2030\u2039\u203a\u2044\u2070\u2074-\u2079\u2080-\u2089\u20ac\u2116\u2122"
    r"\u2153-\u215e\u2190-\u2193\u2206\u2211\u2212\u221a\u221e\u2248\u2260\u2264\u2265\u25af]+"
)
_VARIATION = re.compile("[\ufe00-\ufe0f]")  # asks for another shape of the sign before it
_SPACES = {"Zs": " ", "Zl": "\n", "Zp": "\n", "Cc": "", "Cf": ""}
_KEPT = {"\n", "\N{NO-BREAK SPACE}"}
_REPLACED = {"\N{HYPHEN}": "-", "\N{NON-BREAKING HYPHEN}": "-", "\t": " "}


class DocumentError(Exception):
    """The document can't be made; the text says why, for people who write templates."""


class TooLongError(DocumentError):
    """A text does not fit on the one page that it has; the text says which."""


def render(template: str | Path, data: Mapping[str, object], *, language: str, title: str) -> bytes:
    """The PDF. `template` is a name in publishing/typst, or a file of a room above.

    The template finds `data` with `language` and `title` added. The same data give the same bytes:
    a document knows no time of making.
    """
    if language not in LANGUAGES:
        raise DocumentError(f"No documents are made in the language {language!r}.")
    path = TEMPLATES / f"{template}.typ" if isinstance(template, str) else template
    values = {**data, "language": language, "title": title}
    made = _set(path, values, lambda one: one.compile(pdf_standards="ua-1", timestamp=0))
    if not isinstance(made, bytes):
        raise DocumentError(f"{path.name}: typst made no document.")
    return made


def pictures(template: str, data: Mapping[str, object], *, per_inch: int) -> list[bytes]:
    """Each page of a template as a PNG, with so many pixels to an inch of 72 points."""
    path = TEMPLATES / f"{template}.typ"
    made = _set(path, data, lambda one: one.compile(format="png", ppi=per_inch))
    return made if isinstance(made, list) else [made] if made else []


Made = bytes | list[bytes] | None


def _set(path: Path, data: Mapping[str, object], make: Callable[["Compiler"], Made]) -> Made:
    import typst

    # Dates and numbers come as text; what JSON does not know is a mistake in the caller.
    values = json.dumps(_printable(data))
    try:
        compiler = typst.Compiler(
            path.read_bytes(),
            root=ROOT,
            font_paths=_fonts(),
            ignore_system_fonts=True,
            sys_inputs={"data": values},
        )
        return make(compiler)
    except typst.TypstError as error:
        raise _explained(error, path) from error


def printable(text: str) -> str:
    """The text with signs that the typeface has, accents joined to their letters."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    return _UNKNOWN.sub(MISSING, "".join(map(_plain, _VARIATION.sub("", text))))


def _plain(sign: str) -> str:
    if sign in _KEPT:
        return sign
    return _REPLACED.get(sign) or _SPACES.get(unicodedata.category(sign), sign)


def _printable(value: object) -> object:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Promise):
        return printable(str(value))
    if isinstance(value, Mapping):
        return {key: _printable(inner) for key, inner in value.items()}
    if isinstance(value, Sequence):
        return [_printable(inner) for inner in value]
    return value


@cache
def _fonts() -> "Fonts":
    import fontpkg_fira_sans
    import typst

    files = fontpkg_fira_sans.ROOT / "files"
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[files])


_TOO_LONG = re.compile(r"panicked with: too-long: (.*)", re.DOTALL)


def _explained(error: "TypstError", path: Path) -> DocumentError:
    found = _TOO_LONG.fullmatch(error.message)
    return TooLongError(found[1]) if found else DocumentError(f"{path.name}: {error.diagnostic}")
