"""The types of single values, read from the text that was written (language.md 2)."""
