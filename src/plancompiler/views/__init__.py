"""Frozen page data from the program, with no markup in it."""
