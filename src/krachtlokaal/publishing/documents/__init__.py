"""A document as one source in blocks, and its outputs: page, PDF, DOCX and open data.

No business words: a room above says what stands in it.
"""
