"""What kskd stands on: the locks read, audited, their licences listed, and a release's bill of materials."""
