"""Agencies (cơ quan, đơn vị, địa phương) as the reader and the pages know them."""
