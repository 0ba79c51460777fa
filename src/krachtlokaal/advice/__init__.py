"""Advice: questions from organisations, and the case that an adviser keeps about each.

Owns the question, who advises, the notes, the next step, and who may read them. Rooms above make
cases, such as a consultation on an event day.
"""
