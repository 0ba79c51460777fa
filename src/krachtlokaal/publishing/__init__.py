"""Figures and files out: PDF, QR codes, SVG, XLSX, CSV; no business words.

May import core.
"""
