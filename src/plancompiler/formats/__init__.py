"""How findings are printed, one a file, each exporting FORMAT."""
