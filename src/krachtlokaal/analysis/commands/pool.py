"""Meta-analysis: one figure out of the effects of several studies, and how much these differ."""

import argparse
from dataclasses import asdict

from krachtlokaal.analysis.commands.reading import Unusable, read_numbers, read_table, require

METHODS = ("REML", "DL", "FE")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes; each row is the effect of one study, with its variance."""
    parser.add_argument("data", metavar="EFFECTS.csv")
    parser.add_argument("--effect", required=True, metavar="COLUMN")
    parser.add_argument("--variance", required=True, metavar="COLUMN")
    parser.add_argument("--method", default="REML", metavar="|".join(METHODS))
    parser.add_argument("--knapp-hartung", action="store_true")


def run(options: argparse.Namespace) -> dict[str, object]:
    """The figures; rows without an effect or a variance are left out."""
    _check(options)
    rows, effects, variances = _studies(options)

    from krachtlokaal.analysis.pooling import Method, TooSmall, pool

    try:
        found = pool(
            effects,
            variances,
            method=Method(options.method),
            knapp_hartung=options.knapp_hartung,
        )
    except TooSmall as small:
        mend = "is te klein naast de andere getallen om mee te rekenen. Kijk de variantie na."
        raise Unusable(
            f"{rows[place]}: {variances[place]:g} {mend}" for place in small.places
        ) from small
    return asdict(found)


def _check(options: argparse.Namespace) -> None:
    """The options agree with each other."""
    if options.method not in METHODS:
        choice = ", ".join(METHODS)
        raise Unusable([f"--method: “{options.method}” is er niet. Kies uit: {choice}."])
    if options.knapp_hartung and options.method == "FE":
        raise Unusable(
            ["--knapp-hartung: dit hoort bij --method REML of DL. Laat het weg, of kies een ervan."]
        )


def _studies(options: argparse.Namespace) -> tuple[list[str], list[float], list[float]]:
    """How a sentence begins about each variance, the effects and the variances."""
    table = read_table(options.data)
    require(table, list(dict.fromkeys((options.effect, options.variance))))
    effects, variances = read_numbers(table, [options.effect, options.variance])
    faults = [
        f"{table.where(row, options.variance)}: {variance:g} is geen variantie. Schrijf een getal"
        " boven 0: de standaardfout in het kwadraat."
        for row, variance in enumerate(variances)
        if variance is not None and variance <= 0
    ]
    if faults:
        raise Unusable(faults)
    complete = [
        (table.where(row, options.variance), effect, variance)
        for row, (effect, variance) in enumerate(zip(effects, variances, strict=True))
        if effect is not None and variance is not None
    ]
    if len(complete) < 2:
        sentence = (
            f"{table.name}: er zijn minder dan twee rijen met een getal in de kolommen"
            f" “{options.effect}” en “{options.variance}”. Vul er minstens twee in."
        )
        raise Unusable([sentence])
    return (
        [where for where, _, _ in complete],
        [effect for _, effect, _ in complete],
        [variance for _, _, variance in complete],
    )
