"""The report: what is drawn in each block, the words that are proposed, the whole as a document.

`material` reads everything once; the other files only turn it into blocks.
"""
