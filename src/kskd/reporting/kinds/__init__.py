"""The kinds of page: for each, what of the facts its template is given."""
