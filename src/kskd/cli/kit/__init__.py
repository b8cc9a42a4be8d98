"""What every command stands on: door, options, context, output."""
