"""Statistics of the product: scores, reliability, agreement, protection of small counts.

Pure Python, numpy and scipy: no Django, no business rows; values in, values out.
Imports nothing of the other rooms; `python -m krachtlokaal.analysis` is its command.
"""
