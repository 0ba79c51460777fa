"""Every page stands in a layout, and nothing in a template breaks the content policy."""

import re
from pathlib import Path

import pytest

from tests.architecture.sources import PACKAGE, short

TEMPLATES = sorted(path for path in PACKAGE.rglob("templates/**/*.html"))
EXTENDS = re.compile(r'\{%\s*extends\s+"([^"]+)"')
INCLUDES = re.compile(r'\{%\s*(?:include|extends)\s+"([^"]+)"')
TAG = re.compile(r"<(?:html|body|head)\b", re.IGNORECASE)
INLINE = re.compile(r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style\b|<script(?![^>]*\bsrc=)""")
# These are whole pages by themselves, and why.
WHOLE = {
    "base.html": "every layout extends it",
    "mail/base.html": "a mail is a page by itself, and mail programs know style attributes alone",
    "500.html": "stands alone: it is shown when nothing else works",
}


def name(path: Path) -> str:
    parts = path.parts
    return "/".join(parts[len(parts) - parts[::-1].index("templates") :])


# Mails are read by mail programs: they know nothing of our policy and need styles in attributes.
PAGES = [path for path in TEMPLATES if not name(path).startswith("mail/")]


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_page_extends_a_layout(path: Path) -> None:
    """What has an <html> of its own must be named above; the rest extends or is included."""
    text = path.read_text(encoding="utf-8")
    assert not TAG.search(text) or name(path) in WHOLE
    for parent in EXTENDS.findall(text):
        assert any(name(other) == parent for other in TEMPLATES) or "/" in parent, short(path)


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_no_inline_script_or_style(path: Path) -> None:
    assert INLINE.findall(path.read_text(encoding="utf-8")) == [], short(path)


def test_included_templates_exist() -> None:
    known = {name(path) for path in TEMPLATES}
    asked = {(short(p), n) for p in TEMPLATES for n in INCLUDES.findall(p.read_text())}
    missing = {(p, n) for p, n in asked if n not in known and not n.startswith("allauth/")}
    assert missing == set()
