"""The demo world: the three pilots in small, with invented people and organisations.

Deterministic from a seed; dates are relative to the moment of loading. Each subject has its own
file with a function `build(world)`; a later issue adds a file and a line in `loading.BUILDERS`.
May import every room below the portal; only the command line, the demo's sign-in page and the
tests import it.
"""

from krachtlokaal.demo_world.loading import is_loaded, load, loaded_version, version
from krachtlokaal.demo_world.roles import demo_lines

__all__ = ["demo_lines", "is_loaded", "load", "loaded_version", "version"]
