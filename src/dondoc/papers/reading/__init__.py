"""Documents in: any supported file becomes one intermediate form, and that form a catalogue."""
