"""Đôn Đốc follows a signed directive from its last page to its verified result."""
