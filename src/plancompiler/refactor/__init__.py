"""Refactorings: a plan's ids, places and numbers changed everywhere at once, every other byte as it was.

Each is a pure function from a workspace to a `Change`: the edits, the new files, and what the plans are to say after
them. `outcome` compiles the result in memory and holds it against that, so that nothing is written on trust.
"""
