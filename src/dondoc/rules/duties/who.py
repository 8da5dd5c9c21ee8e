"""Whom a sentence of the body addresses (giao ai), and to whom the result goes."""

from __future__ import annotations

from dataclasses import dataclass

from dondoc.rules import letters, names
from dondoc.rules.names.vocabulary import HEADS
from dondoc.rules.patterns import Pattern

_MANY = (
    r"[Cc]ác (?:cơ quan|đơn vị|[Ss]ở|[Bb]an|[Nn]gành|địa phương|huyện|xã|tổ chức|cấp|chủ đầu tư|doanh nghiệp"
    r"|[Pp]hòng|trường|thành viên|đoàn thể|cá nhân|[Bb]ộ|UBND|Ủy ban|hội|[Cc]hi cục|[Tt]rung tâm)"
)
_PEOPLE = (
    r"[Tt]hủ trưởng|Giám đốc|Chủ tịch|Phó Chủ tịch|Chánh|Trưởng|Lãnh đạo|[Nn]gười đứng đầu|[Cc]hủ đầu tư|Cấp ủy"
    r"|[Cc]ơ quan|[Đđ]ơn vị|[Đđ]ịa phương|Tổ trưởng|Bí thư|Cán bộ"
)
_NO_BODY = r"(?!Trường hợp|Hội nghị|Báo cáo|Nhà nước|Tổ chức (?!chính|xã)|Bộ máy|Khu vực|Nhà máy|Đoàn kết)"
_BODY = rf"{_NO_BODY}(?:{_MANY}|{_PEOPLE}|{HEADS.replace('Các|', '')})(?!\w)"
_AGENCY = Pattern(_BODY)
_ORDER = Pattern(
    r"(?<!được )(?<!đã )(?<!tiêu )(?<!vụ )(?<!\w)"
    r"(?:[Gg]iao(?: trách nhiệm)?(?: cho)?|[Đđ]ề nghị|[Yy]êu cầu|[Pp]hân công|[Ủủ]y quyền(?: cho)?)\s+"
)
_VERBS = (
    r"(?<!cơ quan )(?:chủ trì|phối hợp|thực hiện|thẩm định|quản lý|(?<!công )trình)"
    r"|chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|xây dựng|triển khai|tổ chức(?! chính| xã| đoàn|,| cá)"
    r"|báo cáo|gửi|theo dõi|đôn đốc|tham mưu|nghiêm túc|h[àằ]ng (?:năm|quý|tháng|tuần|ngày)|định kỳ|thường xuyên|căn cứ"
    r"|kịp thời|khẩn trương|ban hành|phản ánh|tổng hợp|chủ động|tiếp tục|tăng cường|rà soát|hướng dẫn|nêu cao"
    r"|dự toán|lập|bố trí|đẩy (?:nhanh|mạnh)|tập trung|cập nhật|kiểm tra|giám sát"
    r"|thanh tra(?! tỉnh| huyện| nhà nước| chính phủ| sở| bộ)|tuyên truyền|phổ biến|quán triệt|công khai|công bố"
    r"|hoàn thành|hoàn thiện|xem xét|cung cấp|đề xuất|kiến nghị|chỉ đạo|lãnh đạo|bảo đảm|đảm bảo|nghiên cứu"
    r"|bàn giao|giải quyết|giải ngân|điều chuyển|thanh toán|lắp đặt|hỗ trợ|vận động|huy động|khắc phục|chấn chỉnh"
    r"|siết chặt|đăng ký|duy trì|tiếp nhận|niêm yết|chuẩn bị|lựa chọn|sắp xếp|bổ sung|điều chỉnh|trang bị"
    r"|nâng cấp|sửa chữa|vận hành|kết nối|tích hợp|số hóa|phát động|thu hồi|tạm dừng|tháo dỡ|di dời|giải tỏa|kéo giảm"
    r"|là (?:cơ quan|đơn vị) (?:đầu mối|thường trực|chủ trì)"
    r"|khảo sát|phê duyệt|phân công|quyết định|đánh giá|xử lý|nâng cao|trực tiếp|cử|thông báo|biết|trước (?:ngày|\d)|sẽ"
)
_ACTS = Pattern(rf"(?<!\w)(?:{_VERBS})(?!\w)")
_DOING = Pattern(rf"(?:{_VERBS})(?!\w)(?! (?:các|sở|ubnd|ủy ban|cơ quan|đơn vị|ban|trung tâm)(?!\w))")
_PASSIVE = Pattern(r"(?:được(?: giao)?|đã|do|đang|liên quan đến|phụ trách|trong việc|tham gia|sự nghiệp|ban)\s+$")
_INVESTING = Pattern(r"đầu tư xây dựng$")
"""In "Ban Quản lý dự án đầu tư xây dựng" nobody builds yet; "Sở Kế hoạch và Đầu tư xây dựng …" does."""
_OPENING = Pattern(
    r"(?:Riêng|riêng|Đối với)\s+|(?:Theo(?! dõi)|Căn cứ|Trên cơ sở|Trong vòng|Trong thời hạn|Chậm nhất|Muộn nhất"
    r"|Định kỳ|Trước ngày|H[àằ]ng|Sau|Khi)"
    rf"[^.;:]{{3,160}}?[,)]\s+(?={_BODY})"
)
_WILL = Pattern(r",\s+(?P<who>(?:Sở|UBND|Ủy ban|Văn phòng|Ban|Thanh tra|Cục)[^,.;:]{2,80}?)\s+sẽ\s")
_TELLS = Pattern(r"\s+thông báo(?:\s+(?:và|để))?\s*$")
_CASE = Pattern(r"^(?:Trong quá trình|Nếu|Khi|Định kỳ|Để|Trường hợp|Quá)\s")
_HOLDER = Pattern(r"^\s*(?:[Tt]rách nhiệm|[Nn]hiệm vụ)\s+(?:thực hiện\s+)?của\s+(?P<who>.+)$")
_WITHIN = Pattern(r"\((?P<who>[Cc]ác (?:cơ quan|đơn vị|sở|ngành|địa phương)[^()]{3,150}?)(?:\s+kèm theo)?\)")
_STOP = Pattern(
    r"[.;:()]|,(?! (?:Thương|Thể|ban|ngành|phường|thị|thành|huyện|đơn vị|Lao))"
    r"|(?<!\w)(?:xem xét|quyết định|phê duyệt|theo|để|về|tình hình|kết quả|trước|những|qua|trong|làm|tổng hợp"
    r"|định kỳ|hằng|hàng|khi|nếu|chỉ đạo|giao|báo cáo|phương án|tháo gỡ|xử lý|giải pháp|giải quyết|đồng thời|đánh giá"
    r"|chậm nhất|muộn nhất|ban hành|ưu tiên|bố trí|tăng cường"
    r"|các(?! (?:xã|huyện|khu|cơ quan|đơn vị|sở))|và (?!(?:Đào|Môi|Công|Đầu|Xã|Du|Phát|Truyền|Thể|Tôn)))(?!\w)"
)
_DIRECT = Pattern(
    r"(?:báo cáo|trình|tham mưu|kiến nghị|đề xuất|xin ý kiến|phản ánh|gửi)\s+"
    r"(?:kịp thời\s+|lên\s+|với\s+|cho\s+|về\s+|tới\s+|đến\s+)*"
)
_TOWARDS = Pattern(r"(?<!\w)(?:với|về|gửi|cho|tới|lên)\s+")
_THROUGH = Pattern(r"\(?\s*(?:thông\s+)?qua\s+")
_PARTNERS = Pattern(r"phối hợp(?: chặt chẽ| thường xuyên)?(?: với)?\s+")
_RELATED = Pattern(r"liên quan(?! đến)")
_ONWARD = Pattern(r"(?:,?\s*(?:để|nhằm)\s+)?tổng hợp,?\s+(?:báo cáo|trình)(?!\w)")
"""Behind it stands to whom the receiver passes the result on."""
_JOINT = Pattern(r"[Pp]hối hợp(?: chặt chẽ)?\s*$")
_SPREAD = Pattern(
    r"(?:triển khai|phổ biến|quán triệt)[^.;]*?\sđến\s+(?P<to>(?:các|UBND|toàn|từng)[^.;]+?)"
    r"(?=\s+và\s+(?:theo dõi|tổ chức|tổng hợp)|[.;]|$)"
)
_RECEIVER = Pattern(
    r"(?:UBND|Ủy ban|Uỷ ban|HĐND|Hội đồng|Sở|Bộ|Chủ tịch|Thường trực|Tỉnh ủy|Thủ tướng|Chính phủ|Văn phòng|Thanh tra"
    r"|Ban|Đảng|Cục|Bí thư|Phòng|Chi cục|Giám đốc|Thủ trưởng)(?!\w)"
)


@dataclass(frozen=True, kw_only=True)
class Addressed:
    """Whom a sentence addresses and what it says of them; `who` is None where it names nobody.

    `opening` is the clause before the addressee ("Trong vòng 05 ngày kể từ khi …,"), empty where there is none.
    """

    who: str | None
    rest: str
    opening: str = ""


def addressed(sentence: str) -> Addressed:
    """Part a sentence into its addressee and what is asked: "Giao Sở Nội vụ chủ trì …", "Các sở định kỳ báo cáo …"."""
    ordered = _ordered(sentence)
    start = _beginning(sentence) if ordered is None else ordered
    if start is None:
        within = _WITHIN.search(sentence) or _WILL.search(sentence)
        return Addressed(who=_tidy(within["who"]) if within else None, rest=sentence)
    end = _first_act(sentence, start)
    if end == len(sentence) and ordered is None and not is_heading(sentence):
        return Addressed(who=None, rest=sentence)
    return Addressed(who=_tidy(sentence[start:end]), rest=sentence[end:].lstrip(" ,:"), opening=sentence[:start])


def is_heading(text: str) -> bool:
    """Tell whether words are nothing but the name of whom the bullets below address ("1. Sở Công Thương")."""
    words = text.strip(" .:")
    named = _AGENCY.match(words) is not None and not _DOING.match(letters.lower(words))
    return named and len(words) < 160 and _first_act(words, 0) == len(words)


def is_order(sentence: str) -> bool:
    """Tell whether a sentence orders somebody in so many words: giao, đề nghị, yêu cầu, phân công, ủy quyền."""
    return _ordered(sentence) is not None


def begins_act(words: str) -> bool:
    """Tell whether words begin with what is to be done ("Chủ trì rà soát …"), not with whom or why."""
    return _DOING.match(letters.lower(words)) is not None


def holder(title: str) -> str | None:
    """Give whom an article is about ("Trách nhiệm của Thủ trưởng các cơ quan, đơn vị")."""
    found = _HOLDER.match(title)
    return _tidy(found["who"]) if found else None


def recipient(clause: str) -> str | None:
    """Give to whom the result of a clause goes: "báo cáo UBND tỉnh", "gửi … về Sở Nội vụ", "(qua Sở Nội vụ)"."""
    onward = _ONWARD.search(clause)
    first_hand = _first_receiver(clause[: onward.start()]) if onward else None
    return first_hand or _first_receiver(clause)


def _first_receiver(clause: str) -> str | None:
    for pattern in (_DIRECT, _TOWARDS, _THROUGH):
        for found in pattern.finditer(clause):
            name = _receiver(clause, found.end())
            if name and not _JOINT.search(clause[: found.start()]):
                return name
    return None


def partners(clause: str) -> str | None:
    """Give with whom something is to be done ("phối hợp với Sở Tài chính, các đơn vị liên quan rà soát …")."""
    found = _PARTNERS.search(clause)
    if not found or not _AGENCY.match(clause[found.end() :]):
        return None
    related = _RELATED.search(clause, found.end())
    ends = [_first_act(clause, found.end()), *(clause.find(sign, found.end()) for sign in ".;:")]
    end = min(end for end in (*ends, related.end() if related else -1) if end >= 0)
    return clause[found.end() : end].strip(" ,")


def audience(clause: str) -> str | None:
    """Give down to whom something is carried: "triển khai kế hoạch này đến các tổ chức đoàn thể của tỉnh"."""
    spread = _SPREAD.search(clause[:1].lower() + clause[1:])
    return spread["to"].strip(" ,") if spread else None


def _ordered(sentence: str) -> int | None:
    """Find where the addressee of "giao", "yêu cầu", "đề nghị" begins, where the order opens the sentence.

    Before it may stand who orders, or a case ("nếu có vướng mắc đề nghị các cơ quan …"); an order inside a task
    ("kiểm tra; yêu cầu các đơn vị …") is the task's, not the directive's.
    """
    for found in _ORDER.finditer(sentence):
        before = sentence[: found.start()]
        if _AGENCY.match(sentence[found.end() :]) and (
            not before or _CASE.match(before) or is_heading(_TELLS.sub("", before))
        ):
            return int(found.end())
    return None


def _beginning(sentence: str) -> int | None:
    """Find where the addressee begins: at the start, behind "Riêng", or behind an opening clause."""
    opening = _OPENING.match(sentence)
    start = int(opening.end()) if opening else 0
    if not _AGENCY.match(sentence[start:]) or _DOING.match(letters.lower(sentence[start:])):
        return None
    return start


def _first_act(sentence: str, start: int) -> int:
    """Find the first verb behind an addressee, or the colon that stands for it; else the end.

    A verb in capitals begins a sentence glued to its heading ("Sở Xây dựng Tập trung …"), unless the name needs it
    ("Ban Tổ chức Tỉnh ủy").
    """
    low = letters.lower(sentence)
    colon = sentence.find(":", start)
    for act in _ACTS.finditer(low, start):
        if 0 <= colon < act.start():
            break
        before = sentence[start : act.start()]
        begun = sentence[act.start()].islower() or not names.is_incomplete(before.strip())
        if (
            before
            and begun
            and not _PASSIVE.search(letters.lower(before))
            and not _INVESTING.search(sentence[start : act.end()])
        ):
            return int(act.start())
    return colon if colon >= 0 else len(sentence)


def _tidy(who: str) -> str:
    words = " ".join(who.split()).strip(" ,;:.-")
    return words[:1].upper() + words[1:]


def _receiver(text: str, start: int) -> str | None:
    """Read the one agency whose name begins at a place; None where no agency begins there."""
    words = text[start:]
    if not _RECEIVER.match(words):
        return None
    ends = [found.start() for pattern in (_STOP, _ACTS) if (found := pattern.search(words))]
    name = words[: min(ends, default=len(words))].strip(" ,./")
    return name if 3 < len(name) < 90 and not names.is_incomplete(name) else None
