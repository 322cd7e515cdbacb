"""A plan, a goal, or all that is tied to a UN goal, whole as one text to print or send: headings, lists, tables."""
