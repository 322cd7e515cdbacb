"""The cross-reference tables, one a file, each exporting TABLE."""
