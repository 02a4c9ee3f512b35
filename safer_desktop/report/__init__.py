"""From figures to sentences, outline and Word."""
