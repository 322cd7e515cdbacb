"""The formats of `planc diff`, one a module."""
