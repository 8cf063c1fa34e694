"""The projection: what of a case is drawn, and what hangs on what. Derived, never stored."""
