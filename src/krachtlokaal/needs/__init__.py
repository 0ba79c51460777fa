"""Needs surveys: an area, its measurements and round tables, one report on which it decides.

Owns the frozen population, the tables with their guests and cards, the coding, the figures as they
may leave, the report and its editions, and the actions that follow.
"""
