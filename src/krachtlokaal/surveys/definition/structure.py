"""The shape of a questionnaire's file, part by part, in the order in which it is written."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from krachtlokaal.surveys.definition.faults import Findings, Path
from krachtlokaal.surveys.definition.shapes import (
    LANGUAGES,
    Match,
    Number,
    OneOf,
    Part,
    Rows,
    Texts,
    anything,
    flag,
    off,
    words,
)

key = Match(r"[a-z][a-z0-9_]{0,39}", lambda: _("Gebruik kleine letters, cijfers en _."))
code = Match(r"[a-z0-9][a-z0-9_]{0,29}", lambda: _("Gebruik kleine letters, cijfers en _."))
version = Match(
    r"\d{1,3}(\.\d{1,3}){1,2}",
    lambda: _('Schrijf het nummer tussen aanhalingstekens, zoals "1.0.0".'),
)
condition = Match(
    r"[a-z][a-z0-9_]* (in \[[a-z0-9_]+(, *[a-z0-9_]+)*\]|== [a-z0-9_]+)",
    lambda: _("Schrijf het zo: help_wanted in [maybe, soon]."),
)
LABEL = Texts()

OPTION = Part(
    required={"code": code},
    optional={"value": Number(0, 100), "cbs": words},
    texts=(Texts(is_required=True),),
)


def code_or_option(value: Any, at: Path, found: Findings) -> None:  # noqa: ANN401 whatever YAML holds
    """An option in full, or the code of one that the scale has."""
    (code if isinstance(value, str) else OPTION)(value, at, found)


SCALE = Part(
    required={
        "key": key,
        "min": Number(0, 10),
        "max": Number(1, 10),
        "anchors": Rows(
            Part(required={"value": Number(0, 10)}, texts=(Texts(is_required=True),)), at_least=2
        ),
    },
    optional={"type": OneOf(("likert",)), "extra_options": Rows(OPTION)},
    texts=(Texts("question"),),
)
_ASKED: Mapping[str, Any] = {
    "ref": words,
    "required": flag,
    "privacy": words,
    "show_if": condition,
    "scale": key,
    "max_length": Number(1, 4000),
    "max_choices": Number(1, 50),
    "anchors": SCALE.required["anchors"],
    "extra_options": Rows(code_or_option),
    "options": Rows(OPTION, at_least=2),
    "options_from": OneOf(("themes",)),
    "source_note": words,
}
_KINDS = ("likert", "single", "multi", "text", "ref")


def question(stem: str) -> Part:
    """A question with its text under `nl` or under `text_nl`."""
    return Part(
        required={"key": key, "type": OneOf(_KINDS)},
        optional=_ASKED,
        texts=(Texts(stem, is_required=True), Texts("help")),
    )


STATEMENT = Part(
    required={"key": key},
    optional={"core": flag, "reverse": flag},
    texts=(Texts(is_required=True), Texts("help")),
)
THEME = Part(
    required={"key": key, "group": key, "items": Rows(STATEMENT, at_least=1)},
    optional={
        "order": Number(1, 100),
        "vos": anything,
        "six_b": anything,
        "support_tags": anything,
    },
    texts=(Texts("name", is_required=True), Texts("description"), Texts("help")),
)
PAGE = Part(
    required={"key": key, "questions": Rows(question(""), at_least=1)},
    texts=(Texts("eyebrow"), Texts("title", is_required=True), Texts("lead"), Texts("help")),
)
VARIANT = Part(
    required={"items": OneOf(("all", "core"))},
    optional={
        "est_minutes": Number(1, 240),
        "theme_followup": OneOf(("all", "none", "pick_at_most_3")),
        "recommend_if": words,
    },
    texts=(Texts("name"), Texts("help_title"), Texts("help_question")),
)
CONSENT = Part(
    required={"key": key, "asked_of": OneOf(("manager", "each"))},
    optional={
        "default": off,
        "asks": anything,
        "stored_with": OneOf(("answers", "participation")),
        "ask_only_outside_needs_survey": flag,
    },
    texts=(Texts(is_required=True),),
)
LEVEL = Part(
    required={"key": key, "from": Number(0, 100), "to_below": Number(1, 101)},
    texts=(Texts(is_required=True),),
)
SCORING = Part(
    required={"levels": Rows(LEVEL, at_least=2)},
    optional={
        "reverse_rule": words,
        "missing": anything,
        "theme": Part(
            optional={
                "statistic": OneOf(("mean",)),
                "min_valid_share": Number(0, 1, broken=True),
                "to_100": words,
            }
        ),
        "group": Part(
            optional={
                "statistic": OneOf(("mean_of_theme_scores",)),
                "min_valid_themes": Number(1, 50),
            }
        ),
        "total": Part(
            optional={
                "statistic": OneOf(("mean_of_group_scores",)),
                "min_valid_groups": Number(1, 50),
                "show": words,
            }
        ),
        "priority_index": words,
        "quadrant_split": Part(
            required={"importance": Number(1, 10), "score": Number(0, 100)},
        ),
        "quadrants": Rows(
            Part(
                required={
                    "key": OneOf(("tackle", "keep", "watch", "relax")),
                    "importance": OneOf(("high", "low")),
                    "score": OneOf(("high", "low")),
                },
                texts=(Texts(is_required=True),),
            )
        ),
        # Nothing combined is shown of fewer than four, whatever a file says.
        "multi_respondent": Part(
            optional={
                "org_theme_score": words,
                "show_spread_from_n": Number(4, 100),
                "talk_about_if": words,
                "show_by_role_from_n": Number(4, 100),
                "never_show_individual_answers_to_others": flag,
            }
        ),
    },
)
INSTRUMENT = Part(
    required={"key": key, "version": version},
    optional={
        "status": words,
        "language_level": words,
        "languages": Rows(OneOf(LANGUAGES), at_least=1),
        "licence": words,
    },
    texts=(
        Texts("title", is_required=True),
        Texts("intro"),
        Texts("outro"),
        Texts("closing_title"),
    ),
)
QUESTIONNAIRE = Part(
    required={"instrument": INSTRUMENT},
    optional={
        "schema_version": words,
        "variants": Part(optional={"full": VARIANT, "short": VARIANT}),
        "scale": SCALE,
        "scales": Rows(SCALE),
        "groups": Rows(
            Part(
                required={"key": key, "themes": Rows(key, at_least=1)},
                optional={"documented_equivalent": words},
                texts=(Texts("name", is_required=True),),
            )
        ),
        "themes": Rows(THEME, at_most=50),
        "theme_followup": Rows(question("text")),
        "pages": Rows(PAGE, at_most=50),
        "closing_questions": Rows(question("")),
        "profile": Part(
            optional={"organisation": Rows(question("")), "respondent": Rows(question(""))}
        ),
        "consent": Rows(CONSENT),
        "help_without_sharing": Part(texts=(Texts(is_required=True),)),
        "scoring": SCORING,
        "reporting": anything,
        "fieldwork_defaults": anything,
        "validation": anything,
    },
)
