"""How a text is written, and how it was meant.

Of every text: `characters` and `conflicts` before it is parsed, `braces`, `lost_text` and `block_bullets` after, for
what YAML lets pass and a planner did not mean. Of a text that cannot be read, or not as it was meant: `recovery` asks
`survey` where the mistakes are, mends them and has the text read again. `survey` walks the lines, with `shape`,
`frames`, `values` and `brackets` for their parts, `places`, `astray` and `dashes` for what stands where it should not,
and `stray` for text that belongs to no field.
"""
