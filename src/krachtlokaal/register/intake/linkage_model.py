"""The Fellegi-Sunter model: how much each kind of agreement weighs, and Splink to run it.

Splink gets each pair as two rows with the number of the pair, and the levels of agreement of
names and spots as columns: these need more than SQL can say.

Priors were set on lists of invented organisations. With enough pairs, expectation
maximisation fits them to the list at hand; a weight moves by a limited factor only, because
a list without duplicates, or of one village, would teach the wrong lesson.
"""

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from importlib import import_module
from math import sqrt
from types import ModuleType
from typing import TYPE_CHECKING, Any

from krachtlokaal.register.intake.evidence import Evidence
from krachtlokaal.register.intake.name_agreement import NameLevel
from krachtlokaal.register.intake.rarity import LOWEST_RARITY, rarities, rarity_key
from krachtlokaal.register.intake.spots import SpotLevel

if TYPE_CHECKING:
    import duckdb
    from splink import Linker

ScoredPair = tuple[int, int, float]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair worth weighing, by the positions of its records."""

    a: int
    b: int
    name: NameLevel
    spot: SpotLevel


@dataclass(frozen=True)
class Level:
    """One outcome of a comparison: its share among matches (m) and among other pairs (u)."""

    sql: str
    m: float
    u: float
    rarity: bool = False


def _name(level: NameLevel) -> str:
    return f"name_level_l = {int(level)}"


def _spot(level: SpotLevel) -> str:
    return f"spot_level_l = {int(level)}"


_CONTACT_KNOWN = " OR ".join(
    f"({field}_l IS NOT NULL AND {field}_r IS NOT NULL)" for field in ("email", "phone", "website")
)
_CONTACT_SAME = " OR ".join(f"{field}_l = {field}_r" for field in ("email", "phone", "website"))

Model = dict[str, tuple[str, tuple[Level, ...]]]
"""By comparison: when it says nothing, and its levels."""

# Among pairs that share a key, so that agreement is less rare than among all pairs.
PRIOR = 0.1
PRIORS: Model = {
    "name": (
        "FALSE",
        (
            Level(_name(NameLevel.SAME), 0.60, 0.010, rarity=True),
            Level(_name(NameLevel.SAME_WITHOUT_KIND), 0.10, 0.008, rarity=True),
            Level(_name(NameLevel.NEAR), 0.14, 0.006),
            Level(_name(NameLevel.KIND_ONLY), 0.10, 0.008),
            Level(_name(NameLevel.PART), 0.04, 0.06),
            Level(_name(NameLevel.KIND_AND_MORE), 0.004, 0.15),
            Level(_name(NameLevel.SOME_WORDS), 0.004, 0.05),
            Level(_name(NameLevel.CONFLICT), 0.0005, 0.20),
            Level("ELSE", 0.010, 0.50),
        ),
    ),
    "spot": (
        _spot(SpotLevel.UNKNOWN),
        (
            Level(_spot(SpotLevel.SAME_POSTCODE), 0.50, 0.02),
            Level(_spot(SpotLevel.SAME_AREA), 0.18, 0.06),
            Level(_spot(SpotLevel.SAME_PLACE), 0.20, 0.06),
            Level(_spot(SpotLevel.SAME_PLACE_OTHER_POSTCODE), 0.07, 0.10),
            Level(_spot(SpotLevel.SAME_REGION), 0.03, 0.16),
            Level("ELSE", 0.005, 0.60),
        ),
    ),
    "kvk": (
        "kvk_l IS NULL OR kvk_r IS NULL",
        (
            Level("kvk_l = kvk_r", 0.93, 0.003),
            Level("damerau_levenshtein(kvk_l, kvk_r) = 1", 0.06, 0.01),
            Level("ELSE", 0.001, 0.986),
        ),
    ),
    "contact": (
        f"NOT ({_CONTACT_KNOWN})",
        (
            Level(_CONTACT_SAME, 0.70, 0.04),
            Level("ELSE", 0.30, 0.96),
        ),
    ),
}
_PRIOR_WHERE_ALIKE = 0.4
_TRAIN_FROM_PAIRS = 200
_TRAIN_PAIRS = 20_000
# Expectation maximisation may change the weight of a level by this factor at most.
_LEEWAY = 1.5


def score(
    evidence: Sequence[Evidence], pairs: Sequence[Candidate], threshold: float
) -> list[ScoredPair]:
    """Pairs with at least the threshold, sorted by position."""
    rarity = rarities(evidence)
    with _quiet(), _connection() as connection:
        model = PRIORS
        alike = [pair for pair in pairs if pair.name >= NameLevel.NEAR]
        taught = _teaching(alike, evidence)
        if len(alike) >= _TRAIN_FROM_PAIRS and len(taught) > 1:
            sample = alike[:: -(-len(alike) // _TRAIN_PAIRS)]
            start = {comparison: PRIORS[comparison] for comparison in taught}
            trainer = _linker(connection, evidence, sample, rarity, start, _PRIOR_WHERE_ALIKE)
            model = PRIORS | _trained(trainer, start)
        linker = _linker(connection, evidence, pairs, rarity, model)
        return _predicted(connection, linker, pairs, threshold)


@contextmanager
def _quiet() -> Iterator[None]:
    """Splink tells how its training went; here nobody reads that."""
    logger = logging.getLogger("splink")
    before, spreading = logger.level, logger.propagate
    logger.setLevel(logging.CRITICAL)
    logger.propagate = False
    try:
        yield
    finally:
        logger.setLevel(before)
        logger.propagate = spreading


@contextmanager
def _connection() -> Iterator["duckdb.DuckDBPyConnection"]:
    import duckdb

    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "threads": "2",
        },
    )
    try:
        connection.execute("SET enable_progress_bar = false")
        yield connection
    finally:
        connection.close()


def _arrow() -> ModuleType:
    """PyArrow, which has no types."""
    return import_module("pyarrow")


def _table(evidence: Sequence[Evidence], pairs: Sequence[Candidate]) -> object:
    """Two rows for each pair."""
    pa = _arrow()
    rows = [evidence[position] for pair in pairs for position in (pair.a, pair.b)]
    both = [pair for pair in pairs for _side in range(2)]
    text, number = pa.string(), pa.int64()
    texts = {
        "core": [rarity_key(each) or None for each in rows],
        "kvk": [each.kvk or None for each in rows],
        "email": [each.email or None for each in rows],
        "phone": [each.phone or None for each in rows],
        "website": [each.website or None for each in rows],
    }
    numbers: dict[str, list[int]] = {
        "unique_id": list(range(len(rows))),
        "pair": [index // 2 for index in range(len(rows))],
        "name_level": [int(pair.name) for pair in both],
        "spot_level": [int(pair.spot) for pair in both],
    }
    columns = {name: pa.array(values, text) for name, values in texts.items()}
    columns |= {name: pa.array(values, number) for name, values in numbers.items()}
    return pa.table(columns)


def _linker(
    connection: "duckdb.DuckDBPyConnection",
    evidence: Sequence[Evidence],
    pairs: Sequence[Candidate],
    rarity: Mapping[str, float],
    model: Model,
    prior: float = PRIOR,
) -> "Linker":
    from splink import DuckDBAPI, Linker

    pa = _arrow()
    api = DuckDBAPI(connection)
    linker = Linker(api.register(_table(evidence, pairs)), _settings(model, prior), log_level=None)
    frequencies = pa.table(
        {
            "core": pa.array(list(rarity), pa.string()),
            "tf_core": pa.array(list(rarity.values()), pa.float64()),
        }
    )
    if "name" not in model:
        return linker
    linker.table_management.register_term_frequency_lookup(api.register(frequencies), "core")
    return linker


def _settings(model: Model, prior: float) -> dict[str, Any]:
    from splink import block_on

    return {
        "link_type": "dedupe_only",
        "probability_two_random_records_match": prior,
        "comparisons": [
            {
                "output_column_name": comparison,
                "comparison_levels": [_null_level(null), *map(_level_settings, levels)],
            }
            for comparison, (null, levels) in model.items()
        ],
        "blocking_rules_to_generate_predictions": [block_on("pair")],
        "retain_matching_columns": False,
        "retain_intermediate_calculation_columns": False,
        "em_convergence": 0.001,
        "max_iterations": 15,
    }


def _null_level(sql: str) -> dict[str, Any]:
    return {"sql_condition": sql, "label_for_charts": "unknown", "is_null_level": True}


def _level_settings(level: Level) -> dict[str, Any]:
    settings: dict[str, Any] = {
        "sql_condition": level.sql,
        "label_for_charts": level.sql,
        "m_probability": level.m,
        "u_probability": level.u,
    }
    if level.rarity:
        settings |= {
            "tf_adjustment_column": "core",
            "tf_adjustment_weight": 1.0,
            "tf_minimum_u_value": LOWEST_RARITY,
            "disable_tf_exact_match_detection": True,
        }
    return settings


def _teaching(alike: Sequence[Candidate], evidence: Sequence[Evidence]) -> list[str]:
    """The comparisons besides the name that say something in this list."""
    known = {
        "spot": any(pair.spot is not SpotLevel.UNKNOWN for pair in alike),
        "kvk": any(evidence[pair.a].kvk and evidence[pair.b].kvk for pair in alike),
        "contact": any(each.email or each.phone or each.website for each in evidence),
    }
    return [comparison for comparison, says in known.items() if says]


def _trained(linker: "Linker", start: Model) -> Model:
    """The start, moved towards what expectation maximisation found.

    It learns from pairs whose names agree: about half of these are one organisation, while
    among all pairs those of one village are so many that it takes a village for a match.
    """
    from splink import block_on
    from splink.internals.exceptions import EMTrainingException

    try:
        linker.training.estimate_parameters_using_expectation_maximisation(
            block_on("pair"), fix_u_probabilities=False
        )
    except (ValueError, EMTrainingException):
        # A list where no pair can be told from the others teaches nothing.
        return start
    found = {
        comparison["output_column_name"]: comparison["comparison_levels"]
        for comparison in linker.misc.save_model_to_json()["comparisons"]
    }
    return {
        comparison: (null, _moved(levels, found[comparison]))
        for comparison, (null, levels) in start.items()
    }


def _moved(levels: Sequence[Level], found: Sequence[Mapping[str, Any]]) -> tuple[Level, ...]:
    by_sql = {level["sql_condition"]: level for level in found}
    return tuple(_towards(level, by_sql.get(level.sql, {})) for level in levels)


def _towards(level: Level, found: Mapping[str, Any]) -> Level:
    """The same u, and an m whose weight lies between prior and found, within the leeway."""
    m, u = found.get("m_probability"), found.get("u_probability")
    if not m or not u:
        return level
    factor = sqrt((m / u) / (level.m / level.u))
    return replace(level, m=level.m * min(_LEEWAY, max(1 / _LEEWAY, factor)))


def _predicted(
    connection: "duckdb.DuckDBPyConnection",
    linker: "Linker",
    pairs: Sequence[Candidate],
    threshold: float,
) -> list[ScoredPair]:
    scored = linker.inference.predict(threshold_match_probability=threshold)
    rows = connection.sql(
        f"SELECT unique_id_l // 2, match_probability FROM {scored.physical_name}"  # noqa: S608
    ).fetchall()
    return sorted((pairs[pair].a, pairs[pair].b, float(p)) for pair, p in rows)
