"""What machines read of the site: which pages there are, what is new, and which data can be fetched.

Each names pages by whole addresses, so they are made only where the settings say where the site is.
"""
