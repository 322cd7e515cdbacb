"""A workspace as its author sees it in a browser while writing: read again on every save, never written anywhere."""
