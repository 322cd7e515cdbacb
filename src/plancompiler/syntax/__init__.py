"""How a text is written, and how it was meant.

Of every text: `characters` and `conflicts` before it is parsed, `braces` and `lost_text` after, for what YAML lets pass
and a planner did not mean. Of a text that cannot be read: `recovery` asks `survey` where the mistakes are, mends them
and has the text read again; `survey` walks the lines, with `shape`, `frames`, `values` and `brackets` for their parts.
"""
