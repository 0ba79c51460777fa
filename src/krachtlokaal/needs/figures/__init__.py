"""The outcome in words, tables and charts, for pages, files and the report. Reads an Outcome and
names; asks the database nothing, so that nothing but what left can be shown."""
