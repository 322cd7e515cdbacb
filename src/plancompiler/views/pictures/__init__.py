"""The pictures of the site, one kind a file, each exporting PICTURES."""
