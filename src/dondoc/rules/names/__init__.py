"""Names of agencies (cơ quan, đơn vị): telling them from other words, splitting lists, finding them again."""

from dondoc.rules.names.listing import split_names
from dondoc.rules.names.registry import Match, Registry, standard_registry
from dondoc.rules.names.spelling import bare, fold, sentence_case, skeleton
from dondoc.rules.names.vocabulary import (
    AGENCY_HEAD,
    PRODUCT_NOUN,
    begins_agency,
    is_dangling,
    is_incomplete,
    is_place,
    is_theme,
    looks_like_agencies,
    looks_like_product,
)

__all__ = [
    "AGENCY_HEAD",
    "PRODUCT_NOUN",
    "Match",
    "Registry",
    "bare",
    "begins_agency",
    "fold",
    "is_dangling",
    "is_incomplete",
    "is_place",
    "is_theme",
    "looks_like_agencies",
    "looks_like_product",
    "sentence_case",
    "skeleton",
    "split_names",
    "standard_registry",
]
