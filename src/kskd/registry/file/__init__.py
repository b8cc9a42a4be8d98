"""The registry file itself: how it is opened, who may write, and what lies around it."""
