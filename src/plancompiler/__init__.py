"""Plans as code: YAML to checked, linked, published plans.

bytes    decode    -> Source       text, whatever the bytes were
Source   parse     -> Tree         every scalar as written, every node with its span
Tree     validate  -> Document     header, nodes and entries, typed from text
Document unit      -> Unit         one file: document, references, findings
Units    link      -> Program      everything resolved, both ways
Program  lint      -> findings     `rules/`
Program  views     -> targets      pages, tables, Markdown, data: artifacts
Artifact build     -> files        all or nothing
"""
