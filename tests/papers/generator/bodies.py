"""Names of agencies for made-up directives: real kinds, and bodies that no list holds."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

KNOWN = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Y tế",
    "Sở Xây dựng",
    "Sở Công Thương",
    "Sở Giao thông vận tải",
    "Sở Kế hoạch và Đầu tư",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Thông tin và Truyền thông",
    "Sở Tài nguyên và Môi trường",
    "Sở Nông nghiệp và Môi trường",
    "Sở Nông nghiệp và Phát triển nông thôn",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Lao động - Thương binh và Xã hội",
    "Sở Dân tộc và Tôn giáo",
    "Sở Du lịch",
    "Sở Ngoại vụ",
    "Văn phòng UBND tỉnh",
    "Văn phòng Tỉnh ủy",
    "Văn phòng Đoàn đại biểu Quốc hội và HĐND tỉnh",
    "Thanh tra tỉnh",
    "Ban Dân tộc",
    "Ban Quản lý các khu công nghiệp",
    "Ban Quản lý Khu kinh tế",
    "Ban Tổ chức Tỉnh ủy",
    "Ban Tuyên giáo Tỉnh ủy",
    "Công an tỉnh",
    "Bộ Chỉ huy Quân sự tỉnh",
    "Tòa án nhân dân tỉnh",
    "Viện kiểm sát nhân dân tỉnh",
    "Cục Thuế tỉnh",
    "Cục Thống kê tỉnh",
    "Cục Thi hành án dân sự tỉnh",
    "Bảo hiểm xã hội tỉnh",
    "Kho bạc Nhà nước tỉnh",
    "Ngân hàng Nhà nước chi nhánh tỉnh",
    "Đài Phát thanh và Truyền hình tỉnh",
    "Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh",
    "Hội Nông dân tỉnh",
    "Hội Liên hiệp Phụ nữ tỉnh",
    "Hội Cựu chiến binh tỉnh",
    "Liên đoàn Lao động tỉnh",
    "Tỉnh đoàn",
    "Hiệp hội Doanh nghiệp tỉnh",
    "Trung tâm Phục vụ hành chính công tỉnh",
    "Chi cục Dân số - Kế hoạch hóa gia đình",
    "UBND cấp huyện",
    "UBND cấp xã",
    "UBND các huyện, thành phố",
    "UBND các xã, phường, thị trấn",
    "UBND các xã, phường",
)
COLLECTIVE = (
    "Các cơ quan, đơn vị liên quan",
    "Các sở, ban, ngành",
    "Các sở, ban, ngành liên quan",
    "Các cơ quan liên quan",
    "Các đơn vị liên quan",
    "Các sở, ngành, địa phương",
    "Các tổ chức chính trị - xã hội",
)
_HEADS = (
    "Vườn quốc gia {place}",
    "Khu bảo tồn thiên nhiên {place}",
    "Hạt Kiểm lâm {place}",
    "Hạt Quản lý đê {place}",
    "Bưu điện {place}",
    "Viễn thông {place}",
    "Điện lực {place}",
    "Công ty cổ phần Cấp nước {place}",
    "Công ty cổ phần Môi trường đô thị {place}",
    "Công ty TNHH một thành viên Thủy lợi {place}",
    "Xí nghiệp Thủy nông {place}",
    "Xí nghiệp Xe buýt {place}",
    "Ngân hàng Chính sách xã hội chi nhánh {place}",
    "Ngân hàng Hợp tác xã chi nhánh {place}",
    "Quỹ tín dụng nhân dân {place}",
    "Quỹ Bảo vệ và Phát triển rừng {place}",
    "Quỹ Đầu tư phát triển {place}",
    "Kho bạc Nhà nước khu vực {roman}",
    "Trạm Khuyến nông khu vực {roman}",
    "Trạm Kiểm dịch động vật {place}",
    "Cảng vụ Đường thủy nội địa khu vực {roman}",
    "Đội Quản lý thị trường số {number}",
    "Đoàn Địa chất {number}",
    "Đài Khí tượng Thủy văn {place}",
    "Tổ công tác Đề án {number}",
    "Tổ công nghệ số cộng đồng {place}",
    "Tổ giúp việc Chương trình {number}",
    "Liên minh Hợp tác xã {place}",
    "Liên hiệp các Hội Khoa học và Kỹ thuật {place}",
    "Hội Luật gia {place}",
    "Hội Khuyến học {place}",
    "Hội Làm vườn {place}",
    "Hội Người cao tuổi {place}",
    "Câu lạc bộ Doanh nhân trẻ {place}",
    "Bảo tàng {place}",
    "Thư viện {place}",
    "Nhà hát Chèo {place}",
    "Nhà Thiếu nhi {place}",
    "Làng trẻ em mồ côi {place}",
    "Bệnh viện Y dược cổ truyền {place}",
    "Phân hiệu Cao đẳng nghề {place}",
    "Học viện Chính trị khu vực {roman}",
    "Tạp chí Văn nghệ {place}",
    "Tiểu đoàn Cảnh sát cơ động {number}",
    "Lâm trường {place}",
    "Hợp tác xã Dịch vụ điện {place}",
    "Tổng đội Thanh niên xung phong {number}",
    "Khu Quản lý đường bộ {roman}",
    "Trại giống thủy sản {place}",
    "Phòng Công chứng số {number}",
)
_PLACES = (
    "tỉnh",
    "Sông Bằng",
    "Thạch Lâm",
    "Ba Vàng",
    "Yên Khê",
    "Tân Lĩnh",
    "Nậm Rốm",
    "Cửa Lũy",
    "Hồ Sơn",
    "Đồng Mít",
    "Lam Thượng",
    "Cẩm Giang",
    "Trà Khúc",
    "Vân Đồn Hạ",
    "Ngọc Quyến",
    "Phú Lương",
    "Bình Xuyên",
    "Khe Sanh",
    "Đại Lải",
    "Thanh Vân",
)
_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_NUMBERS = ("06", "06", "81", "106", "135", "1719", "2345")


@dataclass(frozen=True, kw_only=True)
class AgencyCell:
    """A cell of agencies: its words, the names in it, and its paragraphs where each stands on a line of its own."""

    text: str
    names: tuple[str, ...]
    paragraphs: tuple[str, ...]


def invent(random: Random, count: int) -> tuple[str, ...]:
    """Invent names of bodies that no list of agencies holds, all different."""
    names: list[str] = []
    while len(names) < count:
        name = random.choice(_HEADS).format(
            place=random.choice(_PLACES), roman=random.choice(_ROMANS), number=random.choice(_NUMBERS)
        )
        if name not in names:
            names.append(name)
    return tuple(names)


def pool(random: Random, *, known: bool) -> tuple[str, ...]:
    """Choose the agencies a directive speaks of: five to sixteen names that come again and again."""
    size = random.randint(5, 16)
    return tuple(random.sample(KNOWN, size)) if known else invent(random, size)


def agency_cell(random: Random, names: tuple[str, ...], *, separator: str, collective: bool) -> AgencyCell:
    """Fill one agency cell: mostly one name, sometimes two to four, joined as this directive joins them."""
    if collective and random.random() < 0.45:
        chosen: tuple[str, ...] = (random.choice(COLLECTIVE),)
    else:
        count = random.choices((1, 2, 3, 4), weights=(62, 24, 10, 4))[0]
        chosen = tuple(random.sample(names, min(count, len(names))))
        if collective and random.random() < 0.2:
            chosen = (*chosen, random.choice(COLLECTIVE[:3]))
    return _join(random, chosen, separator)


def _join(random: Random, names: tuple[str, ...], separator: str) -> AgencyCell:
    shortened = _shortened(random, names)
    if shortened:
        return AgencyCell(text=shortened, names=names, paragraphs=(shortened,))
    if separator == "":
        return AgencyCell(text=" ".join(names), names=names, paragraphs=names)
    text = f"{separator} ".join(names)
    if random.random() < 0.04:
        text += "."
    return AgencyCell(text=text, names=names, paragraphs=(text,))


def _shortened(random: Random, names: tuple[str, ...]) -> str | None:
    """Write "UBND cấp huyện, cấp xã" for the two of them, as clerks often do."""
    if names == ("UBND cấp huyện", "UBND cấp xã") and random.random() < 0.5:
        return "UBND cấp huyện, cấp xã"
    return None
