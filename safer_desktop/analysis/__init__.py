"""What the numbers say: change, intervals, comparators, ranks, ratings, trends. Dataclasses out."""
