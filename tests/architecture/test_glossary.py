"""One word, one meaning: each model has one row in the glossary."""

import re

from django.apps import apps

from tests.architecture.sources import ROOT

GLOSSARY = ROOT / "docs" / "glossary.md"


def test_the_glossary_has_one_row_for_each_model() -> None:
    rows = re.findall(r"`([a-z]\w*\.[A-Z]\w+)`", GLOSSARY.read_text(encoding="utf-8"))
    models = [m for m in apps.get_models() if m.__module__.startswith("krachtlokaal.")]
    ours = {f"{model._meta.app_label}.{model.__name__}" for model in models}
    double = {name for name in rows if rows.count(name) > 1}
    assert (sorted(ours - set(rows)), sorted(set(rows) - ours), double) == ([], [], set())
