"""One plain function per use case: typed text in, facts checked and kept, result values out."""
