"""Sentences for the tasks of made-up directives: templates with slots, openings and endings."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

TEMPLATES = (
    # administration and one-stop shop
    "rà soát, đơn giản hóa thủ tục hành chính {lv} theo {vb}",
    "công bố, công khai thủ tục hành chính thuộc phạm vi quản lý trên {ht}",
    "xây dựng quy trình nội bộ, quy trình điện tử giải quyết thủ tục hành chính {lv}",
    "cắt giảm thời gian giải quyết hồ sơ {lv} tối thiểu {pt} so với quy định",
    "bố trí cán bộ, công chức có trình độ chuyên môn làm việc tại bộ phận một cửa {dia}",
    "số hóa kết quả giải quyết thủ tục hành chính còn hiệu lực thuộc lĩnh vực {lv}",
    "tiếp nhận, giải quyết hồ sơ không phụ thuộc vào địa giới hành chính đối với {so} nhóm thủ tục {lv}",
    "kết nối, chia sẻ dữ liệu giữa {ht} với Cơ sở dữ liệu quốc gia về dân cư",
    "thực hiện thanh toán trực tuyến phí, lệ phí, nghĩa vụ tài chính về {lv} cho {dt}",
    "khảo sát mức độ hài lòng của {dt} đối với việc cung cấp dịch vụ {lv}",
    "kiểm tra việc thực hiện {vb} tại {so} cơ quan, đơn vị",
    "giao chỉ tiêu tiếp nhận hồ sơ trực tuyến cho từng công chức và công khai kết quả hằng tuần trên {ht}",
    "hướng dẫn {dt} nộp hồ sơ trực tuyến tại nhà văn hóa thôn, tổ dân phố {dia}",
    "chấn chỉnh việc yêu cầu nộp thêm giấy tờ ngoài thành phần hồ sơ đã công bố về {lv}",
    # staff and organisation
    "ban hành tiêu chí đánh giá, xếp loại người đứng đầu cơ quan, đơn vị theo {vb}",
    "sắp xếp, tinh gọn bộ máy các đơn vị sự nghiệp công lập {lv} giai đoạn {gd}",
    "tổ chức thi nâng ngạch công chức, thăng hạng viên chức ngành {lv} năm {nam}",
    "đào tạo, bồi dưỡng kỹ năng số cho {so} lượt cán bộ, công chức, viên chức {dia}",
    "xác định vị trí việc làm và cơ cấu ngạch công chức theo {vb}",
    "luân chuyển, điều động cán bộ giữ chức vụ quản lý {lv} theo phân cấp của Ban Thường vụ Tỉnh ủy",
    "thu hút chuyên gia, người có tài năng về công tác tại {dia} trong lĩnh vực {lv}",
    "chuyển đổi vị trí công tác đối với công chức làm việc ở vị trí dễ phát sinh tiêu cực về {lv}",
    "cập nhật hồ sơ điện tử của cán bộ, công chức, viên chức lên {ht}",
    "kiểm tra kỷ luật, kỷ cương hành chính đột xuất tại {dia}",
    "tham mưu phân cấp, ủy quyền quản lý nhà nước về {lv} cho chính quyền cấp xã",
    # justice, openness, participation
    "tuyên truyền, phổ biến {vb} đến {dt}",
    "đăng tải văn bản quy phạm pháp luật do {cq} ban hành trên {ht}",
    "lấy ý kiến {dt} đối với dự thảo quy hoạch, kế hoạch sử dụng đất tại {dia}",
    "công khai thu, chi ngân sách và các khoản đóng góp tự nguyện của nhân dân {dia}",
    "tổ chức đối thoại giữa người đứng đầu chính quyền với {dt} ít nhất {so} lần mỗi năm",
    "giải quyết dứt điểm các vụ việc khiếu nại, tố cáo phức tạp, kéo dài về {lv}",
    "tiếp công dân định kỳ, đột xuất và trả lời kiến nghị gửi qua đường dây nóng của {cq}",
    "kiện toàn tổ chức, hoạt động của Ban Thanh tra nhân dân, Ban giám sát đầu tư của cộng đồng tại {dia}",
    "trợ giúp pháp lý cho {dt} theo {vb}",
    "cấp phiếu lý lịch tư pháp và số hóa sổ hộ tịch lưu trữ trước năm {nam}",
    "theo dõi tình hình thi hành pháp luật về {lv} trên địa bàn tỉnh",
    "xử lý thông tin báo chí phản ánh và kết luận thanh tra liên quan đến {lv}",
    "kê khai, xác minh tài sản, thu nhập của người có nghĩa vụ kê khai theo {vb}",
    "phát hiện, ngăn chặn tham nhũng, tiêu cực trong đấu thầu, mua sắm tài sản công phục vụ {lv}",
    # digital
    "xây dựng, đưa vào vận hành {ht} phục vụ quản lý {lv}",
    "nâng cấp hạ tầng mạng, bảo đảm an toàn thông tin cấp độ 3 cho {ht}",
    "phủ sóng thông tin di động, Internet băng rộng tại {so} thôn, bản vùng lõm {dia}",
    "cung cấp dữ liệu mở về {lv} cho doanh nghiệp và người dân khai thác",
    "triển khai chữ ký số cá nhân cho {dt} khi sử dụng {ht}",
    "diễn tập ứng cứu sự cố an toàn thông tin mạng giữa {cq} và các đơn vị vận hành {ht}",
    "đưa sản phẩm đặc trưng của {dia} lên sàn thương mại điện tử",
    "thành lập tổ công nghệ số cộng đồng tại {dia}; hỗ trợ {dt} sử dụng nền tảng số thiết yếu",
    "tạo lập cơ sở dữ liệu chuyên ngành {lv} và đồng bộ về kho dữ liệu dùng chung của tỉnh",
    "chuyển đổi địa chỉ Internet sang IPv6 cho trang thông tin điện tử của {cq}",
    "thí điểm trợ lý ảo hỗ trợ tra cứu văn bản về {lv} tại {cq}",
    "phổ cập định danh điện tử mức độ 2 cho {dt}",
    # education
    "nâng cao chất lượng dạy học ngoại ngữ, tin học từ lớp 3 trở lên theo chương trình giáo dục phổ thông năm 2018",
    "kiên cố hóa {so} phòng học, nhà bán trú tại {dia}",
    "xóa mù chữ cho {dt} trong độ tuổi từ 15 đến 60 tại {dia}",
    "kiểm tra tình trạng dạy thêm, học thêm, lạm thu đầu năm học {nh} tại {dia}",
    "sử dụng học bạ số, sổ liên lạc điện tử ở các cơ sở giáo dục {dia}",
    "phân luồng, hướng nghiệp cho học sinh sau trung học cơ sở gắn với nhu cầu của {lv}",
    "xây dựng trường học đạt chuẩn quốc gia mức độ 2 theo {kh}",
    "bảo đảm đủ thiết bị dạy học tối thiểu lớp 5, lớp 9, lớp 12 cho năm học {nh}",
    # health and social affairs
    "tiêm chủng mở rộng đủ {so} loại vắc xin cho trẻ em dưới 1 tuổi tại {dia}",
    "lập hồ sơ sức khỏe điện tử cho {dt}, liên thông với {ht}",
    "khám sức khỏe định kỳ miễn phí cho {dt} tại {dia}",
    "thanh toán chi phí khám bệnh, chữa bệnh bảo hiểm y tế không dùng tiền mặt",
    "tăng cường bác sĩ cho {so} trạm y tế tuyến xã {dia} theo {kh}",
    "phòng, chống dịch bệnh truyền nhiễm, không để dịch chồng dịch tại {dia}",
    "kiểm tra an toàn thực phẩm tại bếp ăn tập thể, chợ đầu mối {dia}",
    "rà soát hộ nghèo, hộ cận nghèo theo chuẩn nghèo đa chiều giai đoạn {gd}",
    "chi trả trợ cấp xã hội qua tài khoản ngân hàng cho {dt}",
    "giới thiệu việc làm, đưa {so} lao động đi làm việc ở nước ngoài theo hợp đồng",
    "chăm sóc {dt} tại các cơ sở trợ giúp xã hội công lập và ngoài công lập",
    "phát triển người tham gia bảo hiểm xã hội tự nguyện, bảo hiểm y tế hộ gia đình tại {dia}",
    "phòng, chống đuối nước, tai nạn thương tích cho trẻ em dịp hè năm {nam}",
    "xây dựng {so} căn nhà ở xã hội cho công nhân khu công nghiệp theo {kh}",
    "xóa nhà tạm, nhà dột nát cho {dt}; hoàn thành trước ngày 31/12/{nam}",
    # agriculture and environment
    "trồng mới {so} ha rừng phòng hộ, khoanh nuôi tái sinh rừng tự nhiên tại {dia}",
    "quản lý, bảo vệ loài nguy cấp, quý, hiếm trong vùng đệm {dia}",
    "cấp mã số vùng trồng, mã số cơ sở đóng gói cho nông sản {dia}",
    "đánh giá, phân hạng {so} sản phẩm OCOP từ 3 sao trở lên",
    "vận hành hồ chứa, trạm bơm tiêu úng phục vụ sản xuất vụ Đông Xuân {nh}",
    "thu gom, xử lý bao gói thuốc bảo vệ thực vật sau sử dụng tại {dia}",
    "phân loại chất thải rắn sinh hoạt tại nguồn theo {vb}",
    "quan trắc tự động chất lượng nước mặt, không khí và truyền số liệu về {cq}",
    "đo đạc, lập bản đồ địa chính và cơ sở dữ liệu đất đai của {so} xã, phường {dia}",
    "cấp giấy chứng nhận quyền sử dụng đất lần đầu cho {dt}",
    "nạo vét kênh mương, kiên cố hóa đê điều trước mùa mưa bão năm {nam}",
    "thực hiện chi trả dịch vụ môi trường rừng qua ví điện tử cho {dt}",
    "kiểm soát giết mổ, tiêm phòng vắc xin cho đàn gia súc, gia cầm {dia}",
    "giảm phát thải khí nhà kính trong {lv} theo {vb}",
    "cấp nước sạch tập trung cho {so} thôn, bản tại {dia}",
    "xử lý triệt để {so} bãi chôn lấp rác thải gây ô nhiễm môi trường nghiêm trọng",
    # economy, construction, transport
    "lập, điều chỉnh quy hoạch chung đô thị {dia} thời kỳ {gd}, tầm nhìn đến năm 2050",
    "giải phóng mặt bằng, bàn giao đất sạch cho nhà đầu tư dự án hạ tầng tại {dia}",
    "giải ngân vốn đầu tư công năm {nam}; báo cáo tiến độ từng dự án hằng tháng về {cq}",
    "tháo gỡ khó khăn cho {dt} trong tiếp cận vốn vay, thuế, đất đai",
    "rà soát các dự án chậm tiến độ, sử dụng đất lãng phí tại {dia} để thu hồi theo {vb}",
    "kết nối cung cầu, tổ chức {so} phiên chợ đưa hàng Việt về {dia}",
    "phát triển cụm công nghiệp, thu hút đầu tư vào {lv} theo {kh}",
    "sửa chữa, bảo trì {so} km đường tỉnh, xử lý điểm đen tai nạn giao thông tại {dia}",
    "lắp đặt camera giám sát trật tự an toàn giao thông tại các nút giao {dia}",
    "tiết kiệm điện, phát triển điện mặt trời mái nhà tại trụ sở {cq}",
    "chống thất thu ngân sách, quản lý thuế đối với hộ kinh doanh có hóa đơn điện tử từ máy tính tiền",
    "đấu giá quyền sử dụng đất, quyền khai thác khoáng sản làm vật liệu xây dựng thông thường tại {dia}",
    "cơ cấu lại doanh nghiệp nhà nước thuộc {cq} theo {vb}",
    "hỗ trợ {so} doanh nghiệp nhỏ và vừa tham gia chuỗi giá trị trong {lv}",
    "cải thiện Chỉ số năng lực cạnh tranh cấp tỉnh, Chỉ số cải cách hành chính năm {nam}",
    "xúc tiến đầu tư, thương mại tại thị trường nước ngoài; ký kết {so} biên bản ghi nhớ về {lv}",
    "thúc đẩy thanh toán không dùng tiền mặt trong thu học phí, viện phí, tiền điện, tiền nước",
    # culture, tourism, information
    "tu bổ, tôn tạo di tích lịch sử - văn hóa cấp quốc gia tại {dia}",
    "phát triển sản phẩm du lịch đêm, du lịch cộng đồng ở {dia}",
    "số hóa di sản văn hóa, tư liệu địa chí; giới thiệu trên {ht}",
    "tổ chức lễ hội văn minh, tiết kiệm; không để xảy ra mất an ninh, trật tự tại {dia}",
    "đầu tư thiết chế văn hóa, thể thao cho {so} thôn, bản {dia}",
    "sản xuất, phát sóng chuyên mục về {lv} bằng tiếng Việt và tiếng dân tộc thiểu số",
    "nâng cao thời lượng tin, bài về {lv} trên Báo tỉnh, Đài Phát thanh và Truyền hình tỉnh",
    # security, religion, others
    "kiềm chế tội phạm, tệ nạn ma túy; xây dựng {so} mô hình tự quản về an ninh, trật tự tại {dia}",
    "kiểm tra phòng cháy, chữa cháy và cứu nạn, cứu hộ tại {dia}",
    "bảo đảm an ninh, an toàn kỳ bầu cử đại biểu Quốc hội và đại biểu HĐND các cấp nhiệm kỳ {nk}",
    "phòng ngừa tội phạm lừa đảo chiếm đoạt tài sản trên không gian mạng đối với {dt}",
    "quản lý hoạt động tín ngưỡng, tôn giáo theo {vb}",
    "vận động người có uy tín trong đồng bào dân tộc thiểu số tham gia thực hiện {kh}",
    "thực hiện chương trình mục tiêu quốc gia phát triển vùng đồng bào dân tộc thiểu số giai đoạn {gd}",
    "giám sát, phản biện xã hội đối với dự thảo văn bản của {cq} về {lv}",
    "huấn luyện dân quân tự vệ, diễn tập khu vực phòng thủ tại {dia}",
    "tuyển quân, đón quân nhân hoàn thành nghĩa vụ quân sự năm {nam} trở về {dia}",
    "phân giới, cắm mốc, quản lý mốc địa giới hành chính {dia} theo {vb}",
    "sơ kết {so} năm thực hiện {kh}; đề xuất khen thưởng tập thể, cá nhân tiêu biểu",
    "tổng kết việc thi hành {vb} và kiến nghị sửa đổi, bổ sung quy định không còn phù hợp",
    "bàn giao, tiếp nhận nhiệm vụ quản lý {lv} sau khi sắp xếp đơn vị hành chính {dia}",
    "kiểm kê, xử lý trụ sở, tài sản công dôi dư tại {dia}",
)
MEASURES = (
    "Tỷ lệ hồ sơ {lv} được tiếp nhận trực tuyến trên tổng số hồ sơ",
    "Tỷ lệ hồ sơ {lv} giải quyết đúng hạn",
    "Tỷ lệ văn bản đi được ký số trên {ht}",
    "Tỷ lệ {dt} có tài khoản định danh điện tử",
    "Tỷ lệ cán bộ, công chức, viên chức được tập huấn về {lv}",
    "Tỷ lệ phản ánh, kiến nghị về {lv} được trả lời đúng hạn trên {ht}",
    "Tỷ lệ họp trực tuyến giữa {cq} với cấp xã",
    "Tỷ lệ tài sản công mua sắm năm {nam} được cập nhật trên {ht}",
    "Tỷ lệ cơ sở dữ liệu {lv} được kết nối với {ht}",
    "Tỷ lệ {dt} hài lòng về dịch vụ {lv}",
    "Tỷ lệ hộ dân {dia} được dùng nước sạch đạt quy chuẩn",
    "Tỷ lệ giải ngân vốn đầu tư công năm {nam} về {lv}",
    "Tỷ lệ vụ việc khiếu nại, tố cáo thuộc thẩm quyền của {cq} được giải quyết",
    "Tỷ lệ báo cáo định kỳ thực hiện qua {ht}",
    "Tỷ lệ {dt} tham gia bảo hiểm y tế",
    "Tỷ lệ chất thải rắn sinh hoạt tại {dia} được thu gom, xử lý",
    "Tỷ lệ thôn, bản tại {dia} có Internet cáp quang",
    "Tỷ lệ trường học, bệnh viện thanh toán không dùng tiền mặt tại {dia}",
)
_OPENINGS = (
    "",
    "",
    "",
    "",
    "Tiếp tục ",
    "Chủ động ",
    "Tham mưu UBND tỉnh ",
    "Phối hợp với {cq} ",
    "Chủ trì, phối hợp với {cq} ",
    "Đẩy mạnh ",
    "Tập trung ",
    "Hằng năm, ",
    "Trong quý I năm {nam}, ",
    "Căn cứ {vb}, ",
    "Chỉ đạo, đôn đốc các địa phương ",
    "Nghiên cứu, đề xuất giải pháp ",
)
_ENDINGS = (
    "",
    "",
    "",
    "",
    "",
    ", bảo đảm đúng tiến độ, chất lượng",
    ", báo cáo kết quả về {cq} để tổng hợp",
    " (nếu có)",
    " theo quy định",
    " theo {kh}",
    ", gắn với thực hiện {vb}",
    " (phấn đấu đạt tối thiểu {pt} vào năm {nam})",
    "; đưa kết quả vào tiêu chí thi đua, khen thưởng của {cq}",
    ", trong đó ưu tiên {dt}",
    " và các văn bản có liên quan",
    ", nhất là tại {dia}",
    " (gồm cả các đơn vị trực thuộc)",
    ", kịp thời khắc phục tồn tại, hạn chế đã nêu tại {vb}",
)
_FIELDS = (
    "đất đai",
    "đầu tư",
    "xây dựng",
    "hộ tịch",
    "bảo hiểm xã hội",
    "giáo dục nghề nghiệp",
    "an toàn thực phẩm",
    "phòng cháy, chữa cháy",
    "du lịch cộng đồng",
    "văn hóa cơ sở",
    "tài nguyên nước",
    "khoáng sản",
    "lâm nghiệp",
    "thủy sản",
    "vận tải hành khách",
    "năng lượng tái tạo",
    "thương mại biên giới",
    "bưu chính công ích",
    "lưu trữ",
    "y tế dự phòng",
    "công nghiệp hỗ trợ",
    "đo lường, chất lượng",
)
_SYSTEMS = (
    "Cổng Dịch vụ công quốc gia",
    "Hệ thống thông tin giải quyết thủ tục hành chính của tỉnh",
    "Hệ thống quản lý văn bản và điều hành",
    "Cổng thông tin điện tử của tỉnh",
    "Hệ thống thông tin báo cáo của tỉnh",
    "phần mềm Quản lý tài sản công",
    "ứng dụng VNeID",
    "Nền tảng tích hợp, chia sẻ dữ liệu (LGSP)",
    "phần mềm họp không giấy tờ",
    "Cơ sở dữ liệu quốc gia về văn bản pháp luật",
    "Trung tâm giám sát, điều hành thông minh (IOC)",
)
_PEOPLE = (
    "người dân, doanh nghiệp",
    "hộ nghèo, hộ cận nghèo",
    "người cao tuổi từ 75 tuổi trở lên",
    "đồng bào dân tộc thiểu số",
    "người có công với cách mạng",
    "học sinh, sinh viên",
    "người lao động trong khu công nghiệp",
    "chủ cơ sở sản xuất, kinh doanh",
    "người khuyết tật",
    "trẻ em dưới 6 tuổi",
    "hợp tác xã, tổ hợp tác",
    "hộ sản xuất nông nghiệp",
    "cán bộ không chuyên trách cấp xã",
)
_LOCALITIES = (
    "các xã vùng cao",
    "xã, phường, thị trấn",
    "địa bàn khu dân cư",
    "ba xã biên giới",
    "khu vực nông thôn",
    "các đô thị loại IV, loại V",
    "vùng đồng bào dân tộc thiểu số",
    "lưu vực sông Phan",
    "các khu, cụm công nghiệp",
    "thị xã Phú Lương",
    "đảo Ngọc",
    "hai bên tuyến đường Vành đai 3",
)
_AUTHORITIES = (
    ("Nghị định", "NĐ-CP", "Chính phủ"),
    ("Quyết định", "QĐ-TTg", "Thủ tướng Chính phủ"),
    ("Thông tư", "TT-BTC", "Bộ trưởng Bộ Tài chính"),
    ("Thông tư", "TT-BNV", "Bộ trưởng Bộ Nội vụ"),
    ("Nghị quyết", "NQ-HĐND", "HĐND tỉnh"),
    ("Nghị quyết", "NQ-CP", "Chính phủ"),
    ("Chỉ thị", "CT-TTg", "Thủ tướng Chính phủ"),
    ("Nghị quyết", "NQ-UBTVQH15", "Ủy ban Thường vụ Quốc hội"),
)


def legal_reference(random: Random) -> str:
    """Cite a made-up legal document with number, date and issuer."""
    kind, tail, issuer = random.choice(_AUTHORITIES)
    year = random.randint(2013, 2025)
    number = random.randint(1, 199)
    day = f"{random.randint(1, 28):02d}/{random.randint(1, 12)}/{year}"
    return random.choice(
        (
            f"{kind} số {number:02d}/{year}/{tail} ngày {day} của {issuer}",
            f"{kind} số {number}/{tail} ngày {day}",
            f"{kind} số {number:02d}/{year}/{tail}",
        )
    )


def plan_reference(random: Random) -> str:
    """Cite a made-up plan, programme or project of the province."""
    number, year = random.randint(3, 320), random.randint(2019, 2025)
    day = f"{random.randint(1, 28):02d}/{random.randint(1, 12)}/{year}"
    return random.choice(
        (
            f"Kế hoạch số {number}/KH-UBND ngày {day} của UBND tỉnh",
            f"Kế hoạch số {number}/KH-UBND",
            f"Chương trình hành động số {number:02d}-CTr/TU",
            f"Đề án đã được phê duyệt tại Quyết định số {number}/QĐ-UBND",
        )
    )


def sentence(random: Random, agencies: tuple[str, ...], *, measure: bool = False) -> str:
    """Make one task sentence: opening, template, perhaps a second clause, ending and full stop."""
    if measure:
        return fill(random, random.choice(MEASURES), agencies)
    words = random.choice(_OPENINGS) + random.choice(TEMPLATES)
    if random.random() < 0.25:
        words += "; " + random.choice(TEMPLATES)
    words = fill(random, words + random.choice(_ENDINGS), agencies)
    if random.random() < 0.4:
        words += "."
    return words[0].upper() + words[1:]


def bulleted(random: Random, agencies: tuple[str, ...]) -> tuple[str, ...]:
    """Make a task of several paragraphs: a sentence and two or three points, each on its own line."""
    points = random.sample(TEMPLATES, random.randint(2, 3))
    lines = [fill(random, "- " + point[0].upper() + point[1:] + ".", agencies) for point in points]
    return (sentence(random, agencies).rstrip(".") + ":", *lines)


def fill(random: Random, template: str, agencies: tuple[str, ...]) -> str:
    """Put words into the slots of a template, each slot afresh."""
    makers: dict[str, Callable[[], str]] = {
        "{vb}": lambda: legal_reference(random),
        "{kh}": lambda: plan_reference(random),
        "{cq}": lambda: random.choice(agencies),
        "{lv}": lambda: random.choice(_FIELDS),
        "{ht}": lambda: random.choice(_SYSTEMS),
        "{dt}": lambda: random.choice(_PEOPLE),
        "{dia}": lambda: random.choice(_LOCALITIES),
        "{nam}": lambda: str(random.randint(2022, 2027)),
        "{nh}": lambda: random.choice(("2022-2023", "2023 - 2024", "2025-2026")),
        "{gd}": lambda: random.choice(("2021-2025", "2021 - 2025", "2026-2030")),
        "{nk}": lambda: random.choice(("2021-2026", "2026 - 2031")),
        "{so}": lambda: random.choice(("02", "3", "05", "6", "12", "27", "40", "106", "1.200", "25.000")),
        "{pt}": lambda: random.choice(("10%", "20%", "50%", "75%", "90%", "95%", "99,5%")),
    }
    for slot, make in makers.items():
        while slot in template:
            template = template.replace(slot, make(), 1)
    return template
