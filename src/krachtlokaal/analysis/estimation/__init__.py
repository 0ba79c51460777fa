"""Estimates of a sample survey: strata, clusters, weights and finite populations.

Owns the design of a sample and what is computed with it: means, totals and proportions of domains,
their standard errors by Taylor linearisation, also after raking, and differences between them.
"""

from krachtlokaal.analysis.estimation.calibration import Calibration, calibrated, calibration
from krachtlokaal.analysis.estimation.design import (
    Design,
    Fault,
    Flaw,
    UnusableDesign,
    survey_design,
)
from krachtlokaal.analysis.estimation.domains import DomainMeans, Domains
from krachtlokaal.analysis.estimation.estimates import (
    Difference,
    Estimate,
    difference,
    estimate,
)
from krachtlokaal.analysis.estimation.linear import (
    Linearised,
    Statistic,
    covariance,
    linearise,
    standard_error,
)
from krachtlokaal.analysis.estimation.merging import merge_small

__all__ = [
    "Calibration",
    "Design",
    "Difference",
    "DomainMeans",
    "Domains",
    "Estimate",
    "Fault",
    "Flaw",
    "Linearised",
    "Statistic",
    "UnusableDesign",
    "calibrated",
    "calibration",
    "covariance",
    "difference",
    "estimate",
    "linearise",
    "merge_small",
    "standard_error",
    "survey_design",
]
