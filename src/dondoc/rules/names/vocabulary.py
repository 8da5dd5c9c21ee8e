"""The words that mark agencies and products; short lists on purpose, longer ones were measured and gain nothing."""

from __future__ import annotations

import re

HEADS = (
    "Sở|Ban|UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Văn phòng|VP|Thanh tra|Công an|Bộ|Cục|Chi cục|Chi nhánh|Trung tâm|Hội|"
    "Hiệp hội|Đoàn|Mặt trận|MTTQ|UBMTTQ|Tòa án|Toà án|Viện|Ngân hàng|Bảo hiểm|BHXH|Trường|Các|Cơ quan|Đơn vị|ĐVSN|"
    "Chủ tịch|Thủ trưởng|Giám đốc|Công ty|Tập đoàn|Tổng công ty|Thường trực|Tỉnh ủy|Tỉnh đoàn|Thành ủy|Huyện ủy|"
    "Đảng ủy|Kho bạc|Bưu điện|Đài|Báo|Liên minh|Liên đoàn|Quỹ|BQL|Bệnh viện|Đại học|Học viện|Phòng|Tổ công tác|Hạt|"
    "Vườn|Khu|Nhà|Tòa|Đội|Trạm|Đảng bộ|Đoàn thể|Địa phương|Doanh nghiệp|Tổ chức|Vụ|Tổng cục|Chính phủ"
)
AGENCY_HEAD = re.compile(rf"(?:{HEADS})\b")
THEME = re.compile(
    r"(?:"
    r"(?:các |những )?(?:nhiệm vụ|nội dung|giải pháp|chỉ tiêu|mục tiêu|nhóm|công tác|lĩnh vực|hoạt động|kết quả)|"
    r"về |cải cách|phát triển|nâng cao|xây dựng|hoàn thiện|tăng cường|đẩy mạnh|thực hiện|triển khai|chuyển đổi|"
    r"số hóa|đào tạo|tuyên truyền|phòng,? chống|bảo vệ|bảo đảm|đảm bảo|huy động|thu hút|rà soát|kiểm soát|"
    r"kiểm tra|giám sát|quản lý|sự tham gia|công khai|trách nhiệm giải trình|thủ tục|cung ứng|cung cấp|quản trị|"
    r"hạ tầng|chính quyền|chính phủ số|kinh tế|xã hội|văn hóa|giáo dục|y tế|dân số|lao động|việc làm|giảm nghèo|"
    r"an sinh|an toàn|an ninh|quốc phòng|trật tự|đô thị|nông (?:nghiệp|thôn)|công nghiệp|thương mại|dịch vụ|"
    r"du lịch|giao thông|đầu tư|dữ liệu|nhận thức|thể chế|nền tảng|nhân lực|nguồn (?:lực|nhân)|"
    r"tài (?:chính|nguyên)|môi trường|khoa học|thông tin|thu |chi |bộ máy|tổ chức (?:bộ máy|thực hiện)|cán bộ|"
    r"công vụ|thi đua"
    r")",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"(?:Xã|Phường|Thị trấn|Thị xã|Huyện|Quận|Thành phố|Đặc khu|Tỉnh)(?: (?!Ủy|Đoàn)[A-ZĐÀ-Ỹ][a-zà-ỹđ]*){1,4}"
)
INCOMPLETE = re.compile(
    r"(?:^|[\s;,/])(?:Văn phòng|VP|Công an|Thanh tra|Ban|Sở|Hội|Hiệp hội|Trung tâm|Cục|Chi cục|Bảo hiểm|Viện|Phòng|"
    r"Ban Quản lý|Ban quản lý|Ngân hàng|Thường trực|Ủy ban|Uỷ ban|Hội đồng|Bộ|Tòa án|Trường|Chủ tịch|"
    r"Thủ trưởng|Giám đốc|"
    r"Lãnh đạo|Ban Chỉ đạo|Ban chỉ đạo|Chi nhánh|Đoàn|Đảng ủy|Liên minh|Tổ|Tổ công tác|BCH|"
    r"Ban Chấp hành|Ban Cán sự Đảng|Bộ Chỉ huy|"
    r"Các|các|Đài|Quỹ|Công ty|Tập đoàn|Khu|Vườn|Hạt|Kho bạc|Liên đoàn|Tổng|Bệnh viện|"
    r"thường trực|thường vụ|Thường vụ|trực thuộc|chủ tịch|thủ trưởng|lãnh đạo|khối|Khối)$"
)
DANGLING = re.compile(
    r"(?:^|\s)(?:và|các|của|về|với|(?<!các )cấp|thuộc|cho|tại|trong|theo|đối|liên|được|trên|từ|những|"
    r"hoặc|là|do|để|đã|sẽ|bằng|"
    r"đến|ở|như|một|bị|vào|khi|nhằm|giữa|ngày|&|(?:[Qq]uyết định|[Nn]ghị quyết|[Kk]ế hoạch|hành động|"
    r"[Cc]hỉ thị|[Tt]hông tư|[Nn]ghị định|[Cc]ông văn|[Đđ]ề án) số)$|[,;/:–-]$",
)
PRODUCT_NOUN = re.compile(
    r"(?:báo cáo|kế hoạch|quyết định|công văn|chương trình|văn bản|đề án|dự án|quy chế|quy định|"
    r"nghị quyết|phiếu|thông tin|"
    r"tuyên truyền|xếp hạng|tờ trình|dự thảo|hướng dẫn|danh mục|hệ thống|cơ sở dữ liệu|csdl|thông báo|chỉ thị|hội nghị|"
    r"hợp đồng|biên bản|phần mềm|bộ chỉ số|tài liệu|hồ sơ|kết luận|phương án|sổ tay|chuyên mục|"
    r"đề cương|danh sách|lớp|cuộc|"
    r"bản đồ|quy trình|số liệu|giấy|thỏa thuận|tin bài|chứng thư|nền tảng|ứng dụng|cổng|trang|mô hình|kết quả)",
    re.IGNORECASE,
)


def is_dangling(words: str) -> bool:
    """Tell whether words cannot end here, because a small word or a separator calls for more."""
    return DANGLING.search(words, max(0, len(words) - 20)) is not None


def begins_agency(words: str) -> bool:
    """Tell whether words begin as the name of an agency does: with a known head in capitals."""
    return AGENCY_HEAD.match(words) is not None


def is_place(words: str) -> bool:
    """Tell whether words name one commune, district or province: such a heading addresses its People's Committee."""
    return PLACE.fullmatch(words) is not None


def is_theme(words: str) -> bool:
    """Tell whether a group's title names what its rows are about, not who does them ("Cải cách thể chế")."""
    return THEME.match(words) is not None


def is_incomplete(words: str) -> bool:
    """Tell whether a name cannot end here, because its last words call for more ("Văn phòng", "trực thuộc")."""
    return INCOMPLETE.search(words, max(0, len(words) - 24)) is not None or is_dangling(words)


def looks_like_agencies(cell: str) -> bool:
    """Tell whether a cell reads as one or more agencies: a head in front, not too long, no figure to reach."""
    words = cell.strip()
    return begins_agency(words) and len(words) < 220 and not re.search(r"[%≥>]|\d{3}", words)


def looks_like_product(cell: str) -> bool:
    """Tell whether a cell reads as a product (sản phẩm): begins with a noun of a paper or thing made."""
    words = cell.strip()
    return len(words) < 160 and PRODUCT_NOUN.match(words) is not None
