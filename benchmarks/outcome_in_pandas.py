"""The figures of a needs survey as somebody would make them with pandas alone: scores, raking,
weighted means by group and their standard errors within strata. Without residuals of the raking,
differences, ranking or protection: those would take a loop over the groups."""

from typing import Any

import numpy as np
import pandas as pd

ROUNDS = 20


def figures(answers: np.ndarray, groups: np.ndarray, wanted: np.ndarray, people: np.ndarray) -> Any:  # noqa: ANN401 whatever pandas gives
    """`answers` rows × 50 points (40 statements, 10 importances), 0 for none."""
    names = ("municipality", "sector", "size")
    frame = pd.DataFrame({name: groups[:, at] for at, name in enumerate(names)})
    points = pd.DataFrame(answers).astype("float32").replace(0, np.nan)
    for theme in range(10):
        own = points.iloc[:, 4 * theme : 4 * theme + 4]
        score = (own.mean(axis=1) - 1) / 4 * 100
        frame[f"score{theme}"] = score.where(own.count(axis=1) >= 2)
        frame[f"importance{theme}"] = points[40 + theme]
        frame[f"wanted{theme}"] = wanted[:, theme]
    frame["stratum"] = frame["municipality"] * people.shape[1] + frame["sector"]
    counts = frame.groupby("stratum").size()
    whole = pd.Series(people.sum(axis=2).ravel())
    frame["n"], frame["all"] = frame["stratum"].map(counts), frame["stratum"].map(whole)
    frame["weight"] = frame["all"] / frame["n"]
    for _ in range(ROUNDS):
        for at, name in enumerate(names):
            others = tuple(axis for axis in range(3) if axis != at)
            known = pd.Series(people.sum(axis=others))
            sums = frame.groupby(name)["weight"].transform("sum")
            frame["weight"] *= frame[name].map(known) / sums
    columns = [
        f"{what}{theme}" for what in ("score", "importance", "wanted") for theme in range(10)
    ]
    return {name: [_group(frame, name, column) for column in columns] for name in names}


def _group(frame: Any, name: str, column: str) -> Any:  # noqa: ANN401
    there = frame[frame[column].notna()]
    weighted = there["weight"] * there[column]
    size = there.groupby(name)["weight"].sum()
    mean = weighted.groupby(there[name]).sum() / size
    away = there["weight"] * (there[column] - there[name].map(mean)) / there[name].map(size)
    parts = away.groupby([there[name], there["stratum"]]).agg(["sum", lambda z: (z**2).sum()])
    parts.columns = ["sum", "squares"]
    stratum = frame.groupby("stratum")[["n", "all"]].first()
    n, everybody = (parts.index.get_level_values(1).map(stratum[key]) for key in ("n", "all"))
    factor = (1 - n / everybody) * n / (n - 1).where(n > 1, 1)
    variance = (factor * (parts["squares"] - parts["sum"] ** 2 / n)).groupby(level=0).sum()
    return pd.DataFrame({"mean": mean, "error": np.sqrt(variance)})
