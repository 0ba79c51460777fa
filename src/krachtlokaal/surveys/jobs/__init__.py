"""What this room does in the background; found by itself."""

from krachtlokaal.surveys.jobs import settling, totals

__all__ = ["settling", "totals"]
