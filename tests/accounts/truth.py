"""What each role may do where, written down from the duties of the offices, apart from the code.

Three columns for each right: the own agency, an agency below it, every other agency. A letter says yes:
o own, b below, e elsewhere; rights that are about no agency stand in the column e alone.
"""

RIGHTS_WITHOUT_AGENCY = {"read", "review", "publish", "audit", "administer"}

TRUTH = """
role               read review publish audit administer follow report check take approve hand_over assign receive extend ask supervise
specialist         e    -      -       -     -          ob     o      -     -    -       -         -      -       -      -   -
division_head      e    -      -       -     -          ob     o      o     o    -       -         -      b       -      -   -
deputy_head        e    -      -       -     -          ob     o      o     o    -       -         -      b       -      b   -
signing_deputy     e    -      -       -     -          ob     o      o     o    o       -         b      b       b      b   -
agency_head        e    -      -       -     -          ob     o      o     o    o       o         b      b       b      b   -
receiving_office   e    e      -       -     -          obe    -      -     -    -       -         -      obe     obe    obe -
provincial_office  e    e      -       -     -          obe    -      -     -    -       -         obe    obe     -      obe -
leader             e    -      -       -     -          obe    -      -     -    -       -         obe    -       obe    obe -
mttq_supervisor    e    -      -       -     -          obe    -      -     -    -       -         -      -       -      -   obe
auditor            e    -      -       e     -          obe    -      -     -    -       -         -      -       -      -   obe
administrator      e    -      -       -     e          -      -      -     -    -       -         -      -       -      -   -
clerk              e    e      -       -     -          -      -      -     -    -       -         -      -       -      -   -
publisher          e    e      e       -     -          -      -      -     -    -       -         -      -       -      -   -
reader             e    -      -       -     -          -      -      -     -    -       -         -      -       -      -   -
"""


def read() -> dict[tuple[str, str], str]:
    """Give the letters by role and right."""
    heading, *lines = (line.split() for line in TRUTH.strip().splitlines())
    return {(cells[0], right): cell for cells in lines for right, cell in zip(heading[1:], cells[1:], strict=True)}
