"""What may leave can be written down in the ledger and read back."""

import json

import pytest

from krachtlokaal.needs.outcome.model import Reason, figures, from_cells, to_cells
from tests.needs.outcomes import THEMES, example


def test_an_outcome_comes_back_from_the_ledger_as_it_was() -> None:
    """By way of jsonb, which keeps no order of keys."""
    told = example()
    kept = json.loads(json.dumps(to_cells(told), sort_keys=True))
    assert from_cells(kept) == told


def test_what_is_hidden_has_no_value_and_says_why() -> None:
    told = example()
    assert [key for key, one in figures(told) if (one.value is None) != bool(one.hidden)] == []
    hidden = told.hidden()
    assert hidden["count/sector/nature"] == Reason.GROUP
    assert hidden["sector/refugees/bestuur/score"] == Reason.NONE
    assert "sector/sport/bestuur/score" not in hidden


def test_the_ranking_begins_with_the_most_urgent() -> None:
    told = example()
    assert told.ranking[0].key == "mensen_vinden"
    assert sorted(one.key for one in told.ranking) == sorted(THEMES)
    assert told.theme("koers").key == "koers"
    with pytest.raises(KeyError):
        told.theme("geluk")
