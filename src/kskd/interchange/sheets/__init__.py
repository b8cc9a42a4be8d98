"""Tables of any kind of file that people keep lists in, read as sheets of cells within limits."""
