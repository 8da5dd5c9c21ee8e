"""The table of a made-up directive as values: columns, rows with their truth, sections, heading words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from random import Random

from papers.generator import bodies, phrases, sentences

ORDERS = (
    ("text", "lead", "cooperating", "time", "product"),
    ("text", "lead", "cooperating", "time", "product"),
    ("text", "product", "time", "lead", "cooperating"),
    ("text", "lead", "time", "product"),
    ("text", "lead", "cooperating", "time"),
    ("text", "target", "lead", "cooperating", "time"),
    ("text", "lead", "cooperating", "time", "product", "notes"),
    ("lead", "text", "cooperating", "time", "product"),
    ("text", "time", "lead", "cooperating", "product"),
    ("text", "lead", "cooperating", "product", "time"),
    ("text", "target", "time", "lead", "cooperating", "product"),
)
HEADINGS = {
    "ordinal": ("TT", "STT", "Số TT"),
    "text": (
        "Nhiệm vụ cụ thể",
        "Nội dung nhiệm vụ",
        "Nội dung công việc",
        "Nhiệm vụ",
        "Nhiệm vụ, giải pháp",
        "Tên nhiệm vụ",
        "Nội dung",
    ),
    "lead": ("Cơ quan chủ trì", "Đơn vị chủ trì", "Cơ quan, đơn vị chủ trì", "Chủ trì", "Cơ quan thực hiện"),
    "cooperating": ("Cơ quan phối hợp", "Đơn vị phối hợp", "Phối hợp", "Cơ quan, đơn vị phối hợp", "Cơ quan tham gia"),
    "time": ("Thời gian thực hiện", "Thời gian hoàn thành", "Thời hạn", "Tiến độ", "Thời gian", "Thời hạn hoàn thành"),
    "product": (
        "Sản phẩm",
        "Sản phẩm/ Kết quả",
        "Kết quả đầu ra",
        "Sản phẩm hoàn thành",
        "Sản phẩm dự kiến",
        "Kết quả",
    ),
    "target": ("Chỉ tiêu", "Chỉ tiêu giao", "Mục tiêu, chỉ tiêu"),
    "notes": ("Ghi chú",),
}
ORDINALS = ("1", "1", "1", "1.", "01")
SECTIONS = ("roman", "roman", "letters", "addressee", "none")
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_TITLES = (
    "Cải cách thể chế",
    "Cải cách thủ tục hành chính",
    "Xây dựng và phát triển chính quyền điện tử, chính quyền số",
    "Nhóm nhiệm vụ về bảo vệ môi trường và ứng phó với biến đổi khí hậu",
    "Phát triển nguồn nhân lực",
    "Nâng cao nhận thức của người dân và doanh nghiệp",
    "Chỉ số nội dung: Công khai, minh bạch trong việc ra quyết định ở địa phương",
    "Chỉ số thành phần: Trách nhiệm giải trình với người dân",
    "Bảo đảm an sinh xã hội, giảm nghèo bền vững",
    "Hoàn thiện kết cấu hạ tầng kinh tế - xã hội",
    "Nhiệm vụ thường xuyên",
    "Nhiệm vụ trọng tâm các năm tiếp theo",
    "Công tác thông tin, tuyên truyền",
    "Quốc phòng, an ninh và đối ngoại",
)
_AIMS = (
    "Năm 2021: Đạt {a}/10 điểm, xếp thứ {b}/60, thuộc Nhóm có điểm số trung bình thấp. Mục tiêu: Năm 2022, trong tốp "
    "{c}/63, thuộc Nhóm có điểm số trung bình cao. Từ năm 2023-2025, trong tốp 10/63, thuộc Nhóm có điểm số cao nhất.",
    "Mục tiêu: đến năm 2025 tối thiểu {c}% nhiệm vụ hoàn thành đúng hạn; đến năm 2030 đạt 100%.",
    "Kết quả năm trước: {a} điểm. Phấn đấu năm sau tăng ít nhất {b} bậc, thuộc nhóm {c} tỉnh dẫn đầu cả nước.",
)
_DAMAGE = (
    ("SỞ ", "SƠ "),
    ("BAN DÂN TỘC", "BẢN ĐÂN TỘC"),
    ("BAN ", "BẢN "),
    ("HỘI ", "HỌI "),
    ("CỤC ", "CUC "),
    ("ĐÀI ", "ĐAI "),
    ("THANH TRA", "THANH TRÀ"),
    ("VĂN PHÒNG", "VÂN PHÒNG"),
    ("CÔNG AN", "CỐNG AN"),
)


@dataclass(frozen=True, kw_only=True)
class TrueRow:
    """One task as it truly is; cells as written stand in `cells`, `paragraphs` where a cell has forced line ends."""

    ref: str
    section: str | None
    ordinal: str
    text: str
    leads: tuple[str, ...]
    cooperating: tuple[str, ...]
    time: str | None
    product: str | None
    target: str | None
    notes: str | None
    targets: tuple[phrases.TrueTarget, ...]
    cells: dict[str, str]
    paragraphs: dict[str, tuple[str, ...]]


@dataclass(frozen=True, kw_only=True)
class TrueSection:
    """One section of the table: its number as printed, its title, its paragraph of aims, its addressee if any."""

    number: str
    title: str
    printed: str
    aims: str | None
    addressee: str | None
    rows: tuple[TrueRow, ...]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What is decided about a directive before its rows are made."""

    columns: tuple[str, ...]
    headings: dict[str, str]
    count: int
    known: bool
    separator: str
    sections: str
    ordinals: str
    continuous: bool
    scan: bool
    aims: bool


def make_plan(random: Random, **fixed: object) -> Plan:
    """Decide a directive's columns, wording, numbering and agencies; what is given in `fixed` stays."""
    plan = Plan(
        columns=random.choice(ORDERS),
        headings={role: random.choice(words) for role, words in HEADINGS.items()},
        count=random.randint(10, 60),
        known=random.random() < 0.5,
        separator=random.choices((";", ",", ""), weights=(50, 38, 12))[0],
        sections=random.choice(SECTIONS),
        ordinals=random.choice(ORDINALS),
        continuous=random.random() < 0.15,
        scan=random.random() < 0.3,
        aims=random.random() < 0.4,
    )
    chosen = {name: value for name, value in fixed.items() if value is not None}
    plan = replace(plan, **chosen)  # type: ignore[arg-type]
    if plan.sections == "addressee" and "columns" not in chosen:
        return replace(plan, columns=("text", "target"))
    return plan


def make_sections(random: Random, plan: Plan) -> tuple[TrueSection, ...]:
    """Make the sections with all their rows."""
    agencies = bodies.pool(random, known=plan.known)
    habits = _Habits(random, agencies)
    if plan.sections == "none":
        return (_section(random, plan, habits, "", "", None, plan.count, 0),)
    sections: list[TrueSection] = []
    for index, size in enumerate(_sizes(random, plan.count, len(agencies))):
        before = sum(len(section.rows) for section in sections) if plan.continuous else 0
        number, title, addressee = _name(plan, random, index, agencies)
        sections.append(_section(random, plan, habits, number, title, addressee, size, before))
    return tuple(sections)


class _Habits:
    """Agencies, times and products this directive comes back to again and again."""

    def __init__(self, random: Random, agencies: tuple[str, ...]) -> None:
        self.agencies = agencies
        self.times = tuple(phrases.time_phrase(random) for _ in range(7))
        self.products = tuple(phrases.product_phrase(random) for _ in range(9))

    def time(self, random: Random) -> str:
        return random.choice(self.times) if random.random() < 0.7 else phrases.time_phrase(random)

    def product(self, random: Random) -> str:
        return random.choice(self.products) if random.random() < 0.7 else phrases.product_phrase(random)


def _sizes(random: Random, count: int, most: int) -> list[int]:
    parts = min(random.randint(2, 8), most, len(_ROMANS), max(1, count // 2))
    cuts = sorted(random.sample(range(1, count), parts - 1))
    return [right - left for left, right in zip([0, *cuts], [*cuts, count], strict=True)]


def _name(plan: Plan, random: Random, index: int, agencies: tuple[str, ...]) -> tuple[str, str, str | None]:
    if plan.sections == "addressee":
        return str(index + 1), agencies[index].upper(), agencies[index]
    number = _ROMANS[index] if plan.sections == "roman" else "ABCDEFGHIKLM"[index]
    title = random.choice(_TITLES)
    return number, title.upper() if plan.scan else title, None


def _section(
    random: Random, plan: Plan, habits: _Habits, number: str, title: str, addressee: str | None, size: int, before: int
) -> TrueSection:
    printed = damage(random, title) if addressee and plan.scan and plan.known else title
    joined = f"{number}. {printed}" if addressee else f"{number} {printed}".strip()
    ordinals = range(before + 1, before + size + 1)
    rows = tuple(_row(random, plan, habits, number, joined, addressee, ordinal) for ordinal in ordinals)
    aims = None
    if plan.aims and number and not addressee:
        aims = random.choice(_AIMS).format(a="5,19", b=random.randint(2, 28), c=random.choice((15, 20, 30)))
    return TrueSection(number=number, title=title, printed=printed, aims=aims, addressee=addressee, rows=rows)


def damage(random: Random, name: str) -> str:
    """Damage a name in capitals as scans do: one diacritic wrong, where one is known to go wrong."""
    wrong = [(right, scanned) for right, scanned in _DAMAGE if name.startswith(right)]
    if not wrong or random.random() < 0.4:
        return name
    right, scanned = wrong[0]
    return scanned + name[len(right) :]


def _row(
    random: Random, plan: Plan, habits: _Habits, number: str, section: str, addressee: str | None, ordinal: int
) -> TrueRow:
    measure = "target" in plan.columns and random.random() < 0.5
    paragraphs: dict[str, tuple[str, ...]] = {}
    if not measure and random.random() < 0.05:
        paragraphs["text"] = sentences.bulleted(random, habits.agencies)
    else:
        paragraphs["text"] = (sentences.sentence(random, habits.agencies, measure=measure),)
    leads = bodies.agency_cell(random, habits.agencies, separator=plan.separator, collective=False)
    cooperating = bodies.agency_cell(random, habits.agencies, separator=plan.separator, collective=True)
    time, product, target, typed = _results(random, plan, habits, measure)
    paragraphs |= {"lead": leads.paragraphs, "cooperating": cooperating.paragraphs}
    cells = {name: " ".join(lines) for name, lines in paragraphs.items()}
    cells |= {"time": time, "product": product, "target": target, "notes": phrases.note_phrase(random)}
    shown = {name: words for name, words in cells.items() if name in plan.columns}
    printed = _ordinal(plan.ordinals, ordinal)
    return TrueRow(
        ref=f"{number}/{printed.rstrip('.')}" if number else printed.rstrip("."),
        section=section or None,
        ordinal=printed,
        text=shown["text"],
        leads=leads.names if "lead" in shown else tuple(filter(None, (addressee,))),
        cooperating=cooperating.names if "cooperating" in shown else (),
        time=shown.get("time") or None,
        product=shown.get("product") or None,
        target=shown.get("target") or None,
        notes=shown.get("notes") or None,
        targets=typed,
        cells=shown,
        paragraphs={name: lines for name, lines in paragraphs.items() if name in shown},
    )


def _results(
    random: Random, plan: Plan, habits: _Habits, measure: bool
) -> tuple[str, str, str, tuple[phrases.TrueTarget, ...]]:
    """Make the time, product and target cells, and the typed targets that stand in them."""
    time, product = habits.time(random), habits.product(random)
    if "target" in plan.columns:
        typed = phrases.target_phrase(random, share=measure)
        return time, product, typed.text, (typed,)
    if "product" in plan.columns and random.random() < 0.08:
        typed = phrases.figure_in_product(random)
        return time, typed.text, "", (typed,)
    if "time" in plan.columns and random.random() < 0.04:
        typed = phrases.frequency(random)
        return typed.text, product, "", (typed,)
    return time, product, "", ()


def _ordinal(form: str, ordinal: int) -> str:
    return {"1": str(ordinal), "1.": f"{ordinal}.", "01": f"{ordinal:02d}"}[form]
