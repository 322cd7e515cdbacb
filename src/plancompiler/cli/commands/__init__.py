"""The commands, one a file, each exporting COMMAND."""
