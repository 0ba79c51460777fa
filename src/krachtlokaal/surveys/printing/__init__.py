"""Outcomes on paper and in files: the same words and numbers as on the pages.

`report` is the PDF, `taking_along` what a manager takes with her.
"""
