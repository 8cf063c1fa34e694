"""The inspector: everything that a case says about what is picked, each claim with its words."""
