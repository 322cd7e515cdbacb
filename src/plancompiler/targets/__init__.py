"""Kinds of output, one a file, each exporting TARGET."""
