"""What the numbers say: rolling sums, change, comparators, ranks, ratings."""
