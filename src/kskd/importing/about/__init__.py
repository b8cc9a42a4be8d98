"""Lists that are not of documents: what each is about, what it may tell, and for which period."""
