"""Signed directives (văn bản chỉ đạo): read, reviewed, published, corrected, searched."""
