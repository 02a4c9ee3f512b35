"""The nouns: period, area, indicator, observation, figure, edition. No I/O, no Qt, no pandas."""
