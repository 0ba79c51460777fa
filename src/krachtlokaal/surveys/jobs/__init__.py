"""What this room does in the background; found by itself."""

from krachtlokaal.surveys.jobs import totals

__all__ = ["totals"]
