"""What a checker says of a plan, one rule a file, each exporting CODE and RULE."""
