"""The codes of the front end and of linking, one a file, each exporting CODE."""
