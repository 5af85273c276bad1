"""The specification of the course: `make test` runs all of it."""
