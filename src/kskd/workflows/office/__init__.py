"""The registry as a whole: beginning, history, undo, copies, examination, erasure."""
