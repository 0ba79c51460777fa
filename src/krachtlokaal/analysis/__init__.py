"""Statistics of the product: scores, reliability, agreement, samples, pooling, small counts.

Pure Python, numpy and scipy: no Django, no business rows; values in, values out. Imports nothing
of the other rooms; `python -m krachtlokaal.analysis` is its command. One subject each:
`scoring`: the KrachtMeting · `reliability`, `factor`: items that measure one thing · `agreement`,
`kappa`: raters and coders · `estimation`, `raking`: samples of a population · `fieldwork`: answers
still coming in · `comparisons`: many at once · `pooling`: several studies · `disclosure`: counts
that may not leave.
"""
