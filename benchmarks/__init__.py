"""What is measured, against what: `make bench`. Never part of the tests, because times belong to a machine."""
