"""Made-up cases of any size, for benchmarks, tests and demonstrations. No Qt, no drawing."""
