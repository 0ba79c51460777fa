"""Figures and files out: SVG, XLSX, CSV; no business words.

May import core.
"""
