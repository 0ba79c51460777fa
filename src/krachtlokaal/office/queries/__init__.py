"""Reads of the office: lists for pages of any room."""
