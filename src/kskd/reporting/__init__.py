"""Reports: a model built from facts, and its rendering to Markdown and HTML by templates."""
