"""Texts to print as Word files; the only modules with python-docx."""
