"""Figures and files out: documents, charts, PDF, QR codes, XLSX, CSV; no business words.

May import core.
"""
