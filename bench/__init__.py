"""What a developer measures and makes; nothing of it is part of the program."""
