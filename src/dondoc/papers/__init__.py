"""Documents in and official papers out; knows nothing of people, rights or the database."""
