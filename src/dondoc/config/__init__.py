"""The site: settings, addresses, the shell around every page, and the checks made at start."""
