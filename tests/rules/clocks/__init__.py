"""The rules, chapter by chapter, as tables."""
