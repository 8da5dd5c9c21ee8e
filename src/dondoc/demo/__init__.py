"""The sample province, made through the same actions that people use."""
