"""Pages in a real browser and a real word processor: `make pages`. `make test` needs none of this."""
