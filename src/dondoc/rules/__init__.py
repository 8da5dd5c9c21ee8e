"""What documents and the law mean: decisions from values alone, without clock, database or framework."""
