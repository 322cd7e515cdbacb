"""A plan, the registers and the UN goals as GitHub-flavoured Markdown, stable for diffing."""
