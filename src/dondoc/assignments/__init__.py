"""Assignments (giao nhiệm vụ): who must do which task of a directive, how often, and by when."""
