"""What a document may say: pydantic models with no YAML, file or position in them."""
