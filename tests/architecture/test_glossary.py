"""One word, one meaning: each model has one row in the glossary."""

import re

from django.apps import apps

from tests.architecture.sources import ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"


def test_the_glossary_has_one_row_for_each_model() -> None:
    rows = re.findall(r"^\|[^|\n]*`(\w+)`", GLOSSARY.read_text(encoding="utf-8"), re.MULTILINE)
    ours = [m.__name__ for m in apps.get_models() if m.__module__.startswith("krachtlokaal.")]
    missing = sorted(set(ours) - set(rows))
    double = sorted({name for name in rows if rows.count(name) > 1})
    assert (missing, double) == ([], [])
