"""The collector of cycles rests while many rows are worked on, and never longer."""

import gc

import pytest

from krachtlokaal.core.unpaused import unpaused


def test_it_rests_inside_and_works_on_afterwards() -> None:
    with unpaused():
        with unpaused():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_on_after_an_error() -> None:
    with pytest.raises(ValueError, match="rij 7"), unpaused():
        raise ValueError("rij 7")
    assert gc.isenabled()


def test_two_jobs_that_overlap_leave_it_working() -> None:
    first, second = unpaused(), unpaused()
    first.__enter__()
    second.__enter__()
    first.__exit__(None, None, None)
    second.__exit__(None, None, None)
    assert gc.isenabled()
