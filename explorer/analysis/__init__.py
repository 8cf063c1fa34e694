"""Questions to a case: pure functions of frozen values. No Qt, no drawing."""
