"""Samples owns lists as ugly as life, about invented organisations, made by a script.

`world` invents organisations, `messy` spoils them and keeps the truth, `make` writes files.
"""
