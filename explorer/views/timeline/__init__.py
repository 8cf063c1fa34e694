"""The timeline: what happened when, and the period that everything else is looked at in."""
