"""Time, text, template tags and the scope guard: no business words, at most 5 % of the code.

Imports nothing from other rooms.
"""
