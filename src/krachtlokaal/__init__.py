"""Kracht Lokaal: measure, support, learn and spread for local volunteer organisations."""

__version__ = "0.1.0"
