"""Which texts report a meeting of a provincial body, and which only look like it."""

from __future__ import annotations

import pytest

from meetings.extraction.detection import detect
from meetings.extraction.document import Document, settle

NOT = {
    "ceremony with the chairman's speech": """Khởi công cầu Bến Gỗ
Sáng 12/4, UBND tỉnh tổ chức Lễ khởi công cầu Bến Gỗ. Dự lễ có đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy; đồng chí Bùi Văn Kha, \
Chủ tịch UBND tỉnh.
Phát biểu tại buổi lễ, Chủ tịch UBND tỉnh Bùi Văn Kha yêu cầu nhà thầu tập trung nhân lực, hoàn thành trước ngày 30/6/2026. \
Sở Xây dựng kiểm tra chất lượng từng hạng mục.""",
    "awards": """Sáng 20/5, Tỉnh ủy tổ chức lễ trao Huy hiệu Đảng đợt 19/5 cho 45 đảng viên. Đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy \
dự và phát biểu chúc mừng các đảng viên.""",
    "incense": """Sáng 2/9, Đoàn đại biểu Tỉnh ủy, HĐND, UBND tỉnh do đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy dẫn đầu đã dâng hương \
tại Nghĩa trang liệt sĩ tỉnh và báo cáo kết quả đạt được.""",
    "national conference seen from the province": """Chiều 3/7, Chính phủ tổ chức hội nghị trực tuyến với các địa phương về \
tình hình kinh tế - xã hội. Thủ tướng Chính phủ chủ trì hội nghị.
Dự tại điểm cầu tỉnh có đồng chí Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh; lãnh đạo các sở, ngành.
Kết luận hội nghị, Thủ tướng yêu cầu các địa phương giải ngân 95% vốn.""",
    "ministry's conference": """Sáng 8/8, Bộ Nông nghiệp và Môi trường tổ chức hội nghị tổng kết 10 năm thực hiện chương trình. \
Phó Chủ tịch UBND tỉnh Trần Thị Hằng dự và phát biểu tham luận tại hội nghị.""",
    "National Assembly": """Chiều 25/10, Quốc hội thảo luận ở hội trường về dự án Luật Đất đai. Phát biểu thảo luận, đại biểu \
Khổng Văn Mạnh, Phó Trưởng Đoàn ĐBQH tỉnh đề nghị làm rõ cách tính giá đất. Kết luận phiên thảo luận, Phó Chủ tịch Quốc hội \
ghi nhận các ý kiến.""",
    "minister's visit": """Sáng 6/6, Đoàn công tác của Bộ Y tế do đồng chí Đỗ Văn Sơn, Thứ trưởng Bộ Y tế dẫn đầu đã làm việc với \
UBND tỉnh về phòng, chống dịch. Tiếp và làm việc với đoàn có đồng chí Trần Thị Hằng, Phó Chủ tịch UBND tỉnh.""",
    "accident": """Cháy chợ Rạng, thiệt hại hàng tỷ đồng
Khoảng 2 giờ ngày 9/1, tại chợ Rạng xảy ra vụ cháy lớn. Ngay trong đêm, Chủ tịch UBND tỉnh Lê Văn Đạt đã có mặt tại hiện trường \
chỉ đạo chữa cháy. Chủ tịch UBND tỉnh yêu cầu Công an tỉnh điều tra nguyên nhân, báo cáo trước ngày 15/1.""",
    "inspection": """Chiều 4/11, đồng chí Lê Văn Đạt, Bí thư Tỉnh ủy đi kiểm tra tiến độ tuyến đường ven biển. Tại công trường, \
Bí thư Tỉnh ủy yêu cầu nhà thầu tăng ca, tăng kíp. Sở Xây dựng báo cáo hằng tuần.""",
    "press conference": """Sáng 7/4, UBND tỉnh tổ chức họp báo quý I. Đồng chí Trần Thị Hằng, Phó Chủ tịch UBND tỉnh chủ trì. \
Tại buổi họp báo, các cơ quan báo chí đặt 12 câu hỏi về đất đai.""",
    "telegram": """Công điện của Chủ tịch UBND tỉnh về ứng phó bão
Ngày 23/8, Chủ tịch UBND tỉnh ban hành Công điện số 12/CĐ-UBND. Chủ tịch UBND tỉnh yêu cầu:
1. Sở Nông nghiệp và Môi trường vận hành an toàn hồ chứa.
2. Chủ tịch UBND các xã sơ tán dân trước 17 giờ.""",
    "official letter": """UBND tỉnh vừa có Công văn số 345/UBND-NN gửi các sở, ngành về phòng cháy rừng. Theo đó, UBND tỉnh yêu cầu \
Sở Nông nghiệp và Môi trường trực 24/24 giờ, báo cáo trước ngày 5/4. Kết luận tại cuộc họp trước đó vẫn có hiệu lực.""",
    "notice of a conclusion": """Văn phòng UBND tỉnh vừa ban hành Thông báo số 77/TB-UBND kết luận của Chủ tịch UBND tỉnh tại cuộc \
họp ngày 5/3 về giải ngân. Theo đó, Sở Tài chính chủ trì tham mưu điều chuyển vốn.""",
    "district council": """Sáng 18/7, HĐND huyện Tuy An tổ chức kỳ họp thứ 12. Dự kỳ họp có đồng chí Ngô Tân Phú, Phó Chủ tịch HĐND \
tỉnh. Phát biểu tại kỳ họp, đồng chí đề nghị HĐND huyện tăng cường giám sát. Kết luận kỳ họp, Chủ tịch HĐND huyện tiếp thu.""",
    "district committee": """Ban Thường vụ Huyện ủy Bình Đại vừa tổ chức hội nghị sơ kết 6 tháng. Đồng chí Lê Văn Đạt, Ủy viên Ban \
Thường vụ Tỉnh ủy dự và phát biểu chỉ đạo hội nghị. Kết luận hội nghị, Bí thư Huyện ủy yêu cầu các xã khẩn trương.""",
    "city inside the province": """Chiều 2/2, UBND thành phố Phúc Yên tổ chức phiên họp thường kỳ. Chủ tịch UBND thành phố chủ trì \
phiên họp. Kết luận phiên họp, Chủ tịch UBND thành phố yêu cầu các phường giữ gìn trật tự.""",
    "department's conference": """Ngày 15/1, Sở Y tế tổ chức hội nghị tổng kết công tác năm 2024. Đồng chí Trần Thị Hằng, Phó Chủ \
tịch UBND tỉnh dự và phát biểu chỉ đạo hội nghị. Kết luận hội nghị, Giám đốc Sở Y tế tiếp thu.""",
    "voters": """Sáng 9/5, Đoàn ĐBQH tỉnh tiếp xúc cử tri huyện Lập Thạch trước kỳ họp thứ 9. Cử tri kiến nghị nhiều nội dung. Đồng chí \
Lê Văn Đạt, Bí thư Tỉnh ủy phát biểu tiếp thu ý kiến cử tri.""",
    "session to come": """Kỳ họp thứ 10, HĐND tỉnh sẽ khai mạc ngày 8/12
Theo Thường trực HĐND tỉnh, kỳ họp thứ 10 dự kiến diễn ra trong 3 ngày, xem xét 25 nghị quyết. Cử tri có thể theo dõi trực tiếp.""",
    "postponed reception": """Hoãn tiếp công dân định kỳ tháng 4
Văn phòng UBND tỉnh thông báo: do lịch công tác, Chủ tịch UBND tỉnh không thể tiếp công dân định kỳ vào ngày 15/4.""",
    "feature": """Người giữ rừng pơ mu
Mới tờ mờ sáng, ông Lò Văn Inh đã lên nương. Vườn quế của gia đình ông rộng 3 ha, mỗi năm thu hơn 200 triệu đồng sau khi trừ chi phí.
Năm ngoái, ông được mời dự hội nghị do UBND tỉnh tổ chức về trồng rừng. Tại hội nghị, Chủ tịch UBND tỉnh khen ông có cách làm hay.
"Rừng nuôi mình, mình phải giữ rừng", ông nói.""",
    "links": """Trang chủ
Thời sự
UBND tỉnh họp phiên thường kỳ tháng 5
Bí thư Tỉnh ủy tiếp công dân
Giá cà phê hôm nay
Xem thêm""",
    "sport": """Tối 12/12, đội bóng tỉnh nhà thắng 2-1 trên sân khách, giành ngôi đầu bảng. Huấn luyện viên Trần Văn Bình nói ông hài \
lòng với các cầu thủ trẻ. Trận tới đội gặp Hải Phòng vào ngày 20/12.""",
    "weather": """Đợt không khí lạnh tăng cường từ ngày 3/1 khiến nhiệt độ vùng núi xuống dưới 5 độ C. Cơ quan khí tượng khuyến cáo \
người dân che chắn chuồng trại, giữ ấm cho vật nuôi và hạn chế ra đường ban đêm.""",
}

MEETINGS = {
    "regular session": """Sáng 5/3, UBND tỉnh họp phiên thường kỳ tháng 2. Đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì.""",
    "dateline and station": """(BTV) - Chiều 17 - 9, UBND tỉnh họp phiên thường kỳ tháng 9, xem xét một số nội dung.""",
    "under somebody's chair": """Sáng 2/6, dưới sự chủ trì của đồng chí Lê Văn Đạt, Phó Bí thư Tỉnh ủy, Chủ tịch UBND tỉnh, Trưởng \
đoàn đại biểu Quốc hội tỉnh, UBND tỉnh tổ chức phiên họp Ủy ban.""",
    "on orders from above": """Thực hiện chỉ đạo của Thủ tướng Chính phủ, chiều 3/4, UBND tỉnh họp bàn giải pháp chống hạn. Đồng chí \
Trần Thị Hằng, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp.""",
    "at a department's office": """Sáng 8/5, tại Sở Y tế, đồng chí Trần Thị Hằng, Phó Chủ tịch UBND tỉnh chủ trì cuộc họp về phòng, \
chống dịch. Kết luận cuộc họp, đồng chí yêu cầu giám sát chặt.""",
    "with a ministry": """Chiều 6/6, UBND tỉnh phối hợp với Bộ Công Thương tổ chức hội nghị kết nối cung cầu. Kết luận hội nghị, \
Chủ tịch UBND tỉnh cảm ơn Bộ.""",
    "minister as a guest": """Chiều 6/6, UBND tỉnh tổ chức hội nghị triển khai nhiệm vụ. Dự có đồng chí Đỗ Văn Sơn, Bộ trưởng Bộ Y \
tế. Đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì hội nghị.""",
    "council": """Sau 2,5 ngày làm việc, chiều 13-7, kỳ họp thứ tư, HĐND tỉnh khóa XVII đã bế mạc.""",
    "council takes place": """Sáng nay 4-7, tại Hội trường UBND tỉnh đã diễn ra Kỳ họp thứ 6, HĐND tỉnh khóa IX.""",
    "told at a session": """Chiều 16-4, tại kỳ họp thứ 20, HĐND tỉnh khóa XVII, đồng chí Lê Văn Đạt được bầu giữ chức Chủ tịch UBND \
tỉnh.""",
    "deliberation": """Thường trực Tỉnh ủy nghe và cho ý kiến về đề án du lịch. Kết luận cuộc họp, Bí thư Tỉnh ủy giao UBND tỉnh \
hoàn thiện.""",
    "leaders hear a department": """Chiều 7/7, lãnh đạo UBND tỉnh nghe Sở Xây dựng báo cáo phương án xử lý rác thải. Kết luận cuộc họp, \
Phó Chủ tịch UBND tỉnh yêu cầu hoàn thiện phương án.""",
    "heading about a directive": """Triển khai Chỉ thị của Ban Thường vụ Tỉnh ủy về cải cách hành chính
Sáng 5/3, UBND tỉnh tổ chức hội nghị triển khai Chỉ thị số 12 của Ban Thường vụ Tỉnh ủy. Đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh \
chủ trì hội nghị.""",
    "heading about what was passed": """HĐND tỉnh phê duyệt kế hoạch đầu tư công trung hạn
Sáng 5/3, HĐND tỉnh khóa XIX tổ chức kỳ họp thứ 12. Đồng chí Ngô Tân Phú, Chủ tịch HĐND tỉnh chủ tọa kỳ họp.""",
    "inspection committee": """Ngày 5/3, UBKT Tỉnh ủy họp kỳ thứ 40, xem xét thi hành kỷ luật đảng viên. Chủ nhiệm UBKT Tỉnh ủy \
chủ trì cuộc họp.""",
    "working with a district": """Ngày 24-9, Bí thư Tỉnh ủy Lê Văn Đạt làm việc với Ban Thường vụ Huyện ủy Bình Đại về kinh tế biển.""",
    "visit, then a meeting": """Sáng 9/9, Chủ tịch UBND tỉnh Lê Văn Đạt kiểm tra tiến độ cao tốc. Sau khi kiểm tra thực địa, Chủ tịch \
UBND tỉnh chủ trì cuộc họp với các nhà thầu. Kết luận cuộc họp, Chủ tịch UBND tỉnh yêu cầu tăng ca. Tại cuộc họp, các nhà thầu \
cam kết tiến độ.""",
    "reception": """Chiều 16-5, đồng chí Lê Văn Đạt, Chủ tịch UBND tỉnh tiếp công dân định kỳ tháng 5.""",
    "supervision": """Chiều 4/4, Đoàn ĐBQH tỉnh giám sát việc thực hiện Luật Nhà ở tại UBND tỉnh. Kết luận buổi làm việc, Trưởng đoàn \
đề nghị rút ngắn thủ tục.""",
    "committee of the council": """Chiều 9/7, Ban Văn hóa - Xã hội HĐND tỉnh tổ chức buổi họp thẩm tra các nội dung trình kỳ họp.""",
    "task force": """Chiều 10/10, Tổ công tác 751 tỉnh họp nghe báo cáo tiến độ các dự án tồn đọng.""",
    "city under central rule": """Sáng 15-1, Ban Thường vụ Thành ủy Cần Thơ tổ chức hội nghị lần thứ 12.""",
    "heading only": """Hội nghị Ban Chấp hành Đảng bộ tỉnh lần thứ 11, khóa XX
Hội nghị tập trung thảo luận, cho ý kiến vào báo cáo kinh tế - xã hội và nhiều nội dung quan trọng khác trong năm.
Kết luận hội nghị, đồng chí Bí thư Tỉnh ủy đề nghị các cấp ủy tập trung lãnh đạo hoàn thành nhiệm vụ.""",
    "neither heading nor lead": """Toàn cảnh hội nghị.
Hội nghị tập trung thảo luận báo cáo kinh tế - xã hội, dự toán ngân sách và nhiều nội dung quan trọng khác của năm tới.
Sau khi thảo luận, Ban Chấp hành Đảng bộ tỉnh đồng ý về chủ trương đối với 4 nội dung. Đồng chí Bí thư Tỉnh ủy đề nghị các cấp ủy \
tập trung lãnh đạo. Cũng tại hội nghị, Ban Thường vụ Tỉnh ủy tặng Bằng khen cho 8 tập thể.""",
    "no lead at all": """Cùng tham dự phiên họp có các đồng chí Phó Chủ tịch UBND tỉnh; thành viên UBND tỉnh, lãnh đạo các sở.
Phát biểu kết luận phiên họp, Chủ tịch UBND tỉnh Lê Văn Đạt yêu cầu các sở, ngành khẩn trương hoàn thành nhiệm vụ.""",
}


@pytest.mark.parametrize("name", NOT)
def test_no_meeting(name: str) -> None:
    assert not detect(Document("t", settle(NOT[name]))).is_meeting


@pytest.mark.parametrize("name", MEETINGS)
def test_meeting(name: str) -> None:
    found = detect(Document("t", settle(MEETINGS[name])))
    assert found.is_meeting, found.rule


def test_a_word_decides() -> None:
    document = Document("t", settle(MEETINGS["regular session"]))
    found = detect(document)
    assert (found.span.of(document.text), found.rule) == (
        "họp phiên thường kỳ",
        "regular session held by a provincial body",
    )


OCCASIONS = [
    "Tại cuộc họp ngày 27-6 với lãnh đạo các sở, Chủ tịch UBND tỉnh Lê Văn Đạt yêu cầu các đơn vị khẩn trương giải ngân vốn. Phát biểu tại cuộc họp, Giám đốc Sở Tài chính nêu khó khăn.",
    "Phát biểu tại buổi làm việc sáng 9-10 với Ban Quản lý các khu công nghiệp, Chủ tịch UBND tỉnh Phạm Công Lý đề nghị rà soát quỹ đất. Cùng dự buổi làm việc có lãnh đạo Sở Xây dựng.",
    "Trong phiên họp chiều 4/8 bàn về giá đất, Phó Chủ tịch UBND tỉnh Phạm Công Lý giao Sở Nông nghiệp và Môi trường hoàn thiện bảng giá. Tại phiên họp, các sở nêu nhiều khó khăn. Kết luận phiên họp, đồng chí yêu cầu trình trước ngày 15/8.",
    "Chiều 2/6, Bí thư Tỉnh ủy Phạm Công Lý chủ trì buổi tiếp công dân định kỳ hằng tháng. Có 4 hộ dân trình bày kiến nghị. Bí thư Tỉnh ủy giao các cơ quan trả lời.",
    "Tại cuộc làm việc với lãnh đạo huyện Cô Tô hôm 3/9, Bí thư Tỉnh ủy Sầm Văn Tú lưu ý huyện giữ môi trường biển. Theo báo cáo tại cuộc làm việc, khách du lịch tăng 20%. Kết luận cuộc làm việc, Bí thư Tỉnh ủy yêu cầu quy hoạch lại bãi tắm.",
    "Kết luận cuộc họp sáng nay, Chủ tịch UBND tỉnh Sầm Văn Tú chỉ đạo di dời khẩn cấp 40 hộ. Trước đó, các ngành báo cáo phương án. Cuộc họp thống nhất lập sở chỉ huy tiền phương.",
    "Thường trực HĐND tỉnh họp phiên thứ 20 vào chiều 2/6. Phiên họp xem xét 12 nội dung. Thường trực HĐND tỉnh thống nhất lùi thời gian tổ chức kỳ họp giữa năm sang tháng 8.",
    "Chiều 12/3, tại huyện Phù Yên, đoàn công tác của tỉnh do đồng chí Lường Văn Xuân, Chủ tịch UBND tỉnh làm trưởng đoàn đã có buổi làm việc với Ban Thường vụ Huyện ủy Phù Yên.",
    "Thường trực HĐND tỉnh vừa tổ chức phiên giải trình về quản lý đất đai. Đồng chí Lường Văn Xuân, Chủ tịch HĐND tỉnh chủ trì phiên giải trình.",
    "Ngày 3/3, UBND tỉnh tổ chức Hội nghị xúc tiến đầu tư năm 2022. Chủ tịch UBND tỉnh Lường Văn Xuân chủ trì hội nghị, trao quyết định chủ trương đầu tư cho 12 dự án.",
]  # fmt: skip
NOT_HELD = [
    "Buổi tiếp công dân định kỳ tháng 6 của Chủ tịch UBND tỉnh bị hủy\nVăn phòng UBND tỉnh cho biết, buổi tiếp công dân định kỳ tháng 6 của Chủ tịch UBND tỉnh không tổ chức do trùng lịch công tác. Công dân có nhu cầu đăng ký lại vào ngày 15/7.",
    "Quy định mới về tiếp công dân\nTheo quy định, Chủ tịch UBND tỉnh trực tiếp tiếp công dân ít nhất 1 ngày trong một tháng; Bí thư Tỉnh ủy tiếp công dân định kỳ tại trụ sở. Người đứng đầu chịu trách nhiệm về kết quả tiếp công dân.",
    "Lùi lịch tiếp công dân của Bí thư Tỉnh ủy\nBan Tiếp công dân tỉnh thông tin, buổi tiếp công dân định kỳ của Bí thư Tỉnh ủy trong tháng 9 được lùi sang tuần sau. Lý do là Bí thư Tỉnh ủy bận công tác.",
    "Thông báo không tổ chức tiếp công dân\nUBND tỉnh thông báo không tổ chức buổi tiếp công dân định kỳ của Chủ tịch UBND tỉnh ngày 20/2. Công dân gửi đơn qua bưu điện.",
    "Hủy phiên họp thường kỳ tháng 8 do bão\nVì bão số 3 diễn biến phức tạp, phiên họp thường kỳ tháng 8 của UBND tỉnh tạm hoãn. Các thành viên UBND tỉnh xuống cơ sở chỉ đạo chống bão.",
    "Nội quy tiếp công dân tại trụ sở tỉnh\nNgười đến trụ sở xuất trình giấy tờ. Chủ tịch UBND tỉnh tiếp công dân vào ngày 15 hằng tháng; Bí thư Tỉnh ủy tiếp công dân ngày 20. Ban Tiếp công dân tỉnh tiếp nhận đơn.",
    "Luật Tiếp công dân quy định những gì?\nChủ tịch UBND tỉnh phải trực tiếp tiếp công dân mỗi tháng một ngày, kết luận từng vụ việc và thông báo bằng văn bản trong 10 ngày.",
    "Từ đầu năm, Thường trực HĐND tỉnh đã tổ chức 9 phiên họp, 3 phiên giải trình. Nhiều kiến nghị của cử tri được giải quyết. Hoạt động giám sát có nhiều đổi mới.",
    "Tại hội thảo về chuyển đổi số do Trường Đại học Vinh tổ chức, Phó Chủ tịch UBND tỉnh Sầm Văn Tú phát biểu chào mừng. Tại hội thảo, các nhà khoa học trao đổi.",
    "Phòng họp không giấy tờ giúp UBND tỉnh tiết kiệm 2 tỷ đồng mỗi năm. Từ năm 2022, UBND tỉnh đã tổ chức 45 cuộc họp trực tuyến. Tại các cuộc họp, đại biểu dùng máy tính bảng.",
    "Chủ tịch UBND tỉnh hoãn đối thoại với nông dân\nBuổi đối thoại giữa Chủ tịch UBND tỉnh với nông dân dự kiến ngày 5/10 tạm hoãn do mưa lũ. Kết luận cuộc họp về chống lũ sẽ được gửi tới các xã.",
    "Theo Quy chế làm việc, UBND tỉnh họp thường kỳ mỗi tháng một lần. Chủ tịch UBND tỉnh chủ trì phiên họp. Thành viên vắng mặt phải báo cáo Chủ tịch.",
    "Sáng 6/6, Hội Nông dân tỉnh tổ chức hội nghị Ban Chấp hành lần thứ 5. Chủ tịch UBND tỉnh Lường Văn Xuân dự. Phát biểu kết luận hội nghị, Chủ tịch Hội Nông dân tỉnh yêu cầu các cấp hội đổi mới.",
    "Sở Nội vụ hướng dẫn quy trình tiếp công dân\nNgày 5/5, Sở Nội vụ có văn bản hướng dẫn các đơn vị tổ chức tiếp công dân theo Luật. Chủ tịch UBND tỉnh yêu cầu thực hiện nghiêm.",
]  # fmt: skip


@pytest.mark.parametrize("text", OCCASIONS)
def test_meetings_told_by_what_was_said_there(text: str) -> None:
    assert detect(Document("t", settle(text))).is_meeting


@pytest.mark.parametrize("text", NOT_HELD)
def test_called_off_or_only_provided_for(text: str) -> None:
    found = detect(Document("t", settle(text)))
    assert not found.is_meeting, found.rule


@pytest.mark.parametrize(
    ("text", "is_meeting"),
    [
        # announced, with who is to chair it and what it is to decide: nothing was held yet
        (
            "Theo giấy mời của Văn phòng, kỳ họp thứ 11, HĐND tỉnh khóa IX (kỳ họp giữa năm) sẽ diễn ra trong hai ngày "
            "4 và 5/7. Dự kiến, ông Tô Văn Sửu, Chủ tịch HĐND tỉnh sẽ chủ tọa kỳ họp.\n\nTại kỳ họp, HĐND tỉnh sẽ thảo "
            "luận báo cáo của UBND tỉnh. Phiên bế mạc kỳ họp được truyền hình trực tiếp để cử tri tham dự kỳ họp.",
            False,
        ),
        # held, and what it decided on is to come
        (
            "Sáng 4/7, HĐND tỉnh tổ chức kỳ họp thứ 11, xem xét đề án lễ hội sẽ diễn ra vào tháng 9. Ông Tô Văn Sửu, Chủ "
            "tịch HĐND tỉnh chủ tọa kỳ họp.",
            True,
        ),
        # no lead: the text opens with the conclusion
        (
            "Sau khi nghe các ngành báo cáo tại phiên họp tháng 9, Chủ tịch UBND tỉnh Tô Văn Sửu kết luận các nội dung "
            "sau:\n\n1. Sở Xây dựng rà soát quỹ đất.\n\n2. Sở Y tế kiểm tra bếp ăn trường học.",
            True,
        ),
        # somebody only recalls what was concluded
        (
            "Chị Bảy nhớ lại: tại cuộc họp năm ngoái, Chủ tịch UBND xã kết luận đường làng phải mở rộng, cả xóm mừng.",
            False,
        ),
        # the headline announces what the lead says is to come
        (
            "Ngày 5-7 khai mạc kỳ họp giữa năm HĐND tỉnh Lào Cai\n\nTheo Văn phòng, Kỳ họp thứ 22 HĐND tỉnh dự kiến diễn ra "
            "từ ngày 5 đến 7/7. Theo chương trình, kỳ họp sẽ xem xét 30 báo cáo.",
            False,
        ),
        # a court tells of a meeting held years ago
        (
            "Chiều 12-5, HĐXX TAND tỉnh tuyên phạt bị cáo Tô Văn Sửu, cựu Phó Chủ tịch UBND tỉnh, 5 năm tù.\n\nTheo bản án, "
            "ngày 3-8-2014, bị cáo Sửu chủ trì cuộc họp UBND tỉnh, kết luận giao đất không qua đấu giá.",
            False,
        ),
        # a page of teasers, each with its own date
        (
            "Tin hoạt động\n\nUBND tỉnh họp phiên thường kỳ tháng 3\n28/03/2023 - Lượt xem: 900\nSáng 28/3, UBND tỉnh họp phiên "
            "thường kỳ tháng 3, Chủ tịch UBND tỉnh chủ trì...\n\nBí thư Tỉnh ủy tiếp công dân\n22/03/2023 - Lượt xem: 411\n\n"
            "HĐND tỉnh giám sát tại huyện Ba Tri\n20/03/2023 - Lượt xem: 302",
            False,
        ),
        # told as an occasion, but dated and with its holder; what an agency is told to check is no visit
        (
            "Bà Sáu đến từ 5 giờ. Bà là người đầu tiên trong buổi tiếp công dân định kỳ ngày 12-4-2022 của Chủ tịch UBND tỉnh "
            "Tô Văn Sửu.\n\nÔng Sửu giao Thanh tra tỉnh kiểm tra hồ sơ, trả lời bà Sáu trước ngày 30-4.",
            True,
        ),
        # whose words they were, and then where he said them
        (
            "Bến xe mới phải xong trước mùa mưa\n\nĐó là yêu cầu của Phó Chủ tịch UBND tỉnh Tô Văn Sửu tại cuộc họp về hạ tầng "
            "giao thông chiều 7/6. Dự họp có lãnh đạo các sở, ngành.\n\nSở Xây dựng báo cáo tiến độ bến xe.",
            True,
        ),
        # a meeting room is no meeting, a city that ends in the word may hold one
        (
            "Camera sẽ nối về các phòng họp của UBND tỉnh\n\nTrung tâm dữ liệu vừa lắp xong 40 camera ở các ngã tư.",
            False,
        ),
        ("Sáng 2/3, Ban Thường vụ Thành ủy Hải Phòng họp phiên thường kỳ. Bí thư Thành ủy chủ trì hội nghị.", True),
        # called together to confer, though the word is one for celebrations
        (
            "Sáng 8/9, Chủ tịch UBND tỉnh Tô Văn Sửu chủ trì buổi gặp mặt với các chủ tàu cá để bàn gỡ thẻ vàng. Chủ tịch UBND "
            "tỉnh đề nghị các chủ tàu bật thiết bị giám sát hành trình.",
            True,
        ),
        # it opens at a meeting of the province; what a department watches over is none
        (
            "Tại buổi giao ban Ban Chỉ đạo phòng, chống dịch tỉnh chiều 3/8, Giám đốc Sở Y tế Bùi Văn Kha cho biết ngành y tế "
            "đang giám sát người về từ vùng dịch.",
            True,
        ),
        # no lead; a picture shows who spoke, and the text tells what he asked for
        (
            "Chăm lo mùa khô\n\nĐồng chí Phó Chủ tịch UBND tỉnh phát biểu tại hội nghị.\n\nMùa khô năm nay đến sớm, sông rạch "
            "đã nhiễm mặn sâu, các ngành đã chủ động trữ nước và đắp đập từ giữa tháng Chạp.\n\nVề việc sắp tới, đồng chí Phó "
            "Chủ tịch UBND tỉnh đề nghị các huyện phát bồn chứa, nhất là cho các vụ án môi trường đang chờ.",
            True,
        ),
        # the same picture, but nobody tells what he said
        (
            "Chăm lo mùa khô\n\nĐồng chí Phó Chủ tịch UBND tỉnh phát biểu tại hội nghị.\n\nMùa khô năm nay đến sớm, sông rạch "
            "đã nhiễm mặn sâu, các ngành đã chủ động trữ nước và đắp đập từ giữa tháng Chạp.",
            False,
        ),
        # an agency's own site: the chairman came to it
        (
            "Sở Y tế làm việc với Phó Chủ tịch UBND tỉnh\n\nChiều 9/5, Sở Y tế đón và làm việc với đồng chí Tô Văn Sửu, Phó Chủ "
            "tịch UBND tỉnh về bệnh viện mới. Đồng chí giao Sở chọn xong đất trong tháng 6.",
            True,
        ),
        (
            "Chiều 9/5, Sở Y tế làm việc với Đoàn công tác của Bộ Y tế về bệnh viện mới. Tiếp đoàn có lãnh đạo Sở.",
            False,
        ),
        # told with a pronoun, at the end of a scene
        (
            "Nắng như đổ lửa, bà con vẫn kéo đến gặp Chủ tịch UBND tỉnh Tô Văn Sửu chiều 9/5 trước khi ông vào làm việc với UBND "
            "huyện Ba Sao về nước sạch. Ông Sửu giao Sở Xây dựng kéo đường ống về ba xã.",
            True,
        ),
        # a story that comes to the conference late, with its holder and day
        (
            "Có xã xây xong chợ mới thấy không người bán. Có xã đường rộng mà không đèn. Những chuyện ấy được đem ra mổ xẻ tại "
            "hội nghị tổng kết do UBND tỉnh tổ chức ngày 4/10/2016. Ông Tô Văn Sửu, Chủ tịch UBND tỉnh ngồi ghế chủ tọa.",
            True,
        ),
        # a story that only recalls one
        (
            "Con đường vẫn ngổn ngang. Hồi đầu tháng 4, UBND tỉnh từng có cuộc họp về dự án. Khi đó, Phó Chủ tịch UBND tỉnh Tô Văn "
            "Sửu yêu cầu xong trước 30/4. Hạn ấy đã qua.",
            False,
        ),
        # headlines with one sentence each
        (
            "Thêm ba lò gốm bỏ than củi\nSáng 14-3, UBND tỉnh họp phiên thường kỳ, bàn chuyện lò gốm và bến đò ngang.\nMùa vải "
            "chín sớm mười ngày\nNhà vườn ở bốn xã ven sông đã hái lứa đầu, giá cao hơn năm trước.\nGiải bóng đá học trò\nMười "
            "sáu đội vào vòng bảng, khai mạc chiều thứ Bảy ở sân huyện.",
            False,
        ),
    ],
)
def test_announced_held_or_only_concluded(text: str, is_meeting: bool) -> None:
    assert detect(Document("t.txt", text)).is_meeting is is_meeting


@pytest.mark.parametrize(
    ("text", "is_meeting"),
    [
        # the province's own meeting right behind the nation's
        (
            "Chiều 11/6, Thủ tướng Chính phủ chủ trì hội nghị trực tuyến toàn quốc về khoáng sản.\n\nNgay sau khi hội nghị kết "
            "thúc, UBND tỉnh họp triển khai công việc. Chủ tịch UBND tỉnh giao Công an tỉnh kiểm tra các bến cát.",
            True,
        ),
        # to come is what they prepare, not their meeting
        (
            "Chiều 9/10, Thường trực HĐND tỉnh tổ chức hội nghị liên tịch thống nhất nội dung Kỳ họp thứ 29, dự kiến khai mạc đầu "
            "tháng 12. Chủ tịch HĐND tỉnh chủ trì.",
            True,
        ),
        ("Ngày 16/5, lãnh đạo tỉnh tiếp công dân định kỳ tháng 5. Có 9 lượt người đến kiến nghị.", True),
        ("Sáng 4/4, Ban Tuyên giáo Tỉnh ủy tổ chức hội nghị giao ban báo chí quý I.", True),
        ("Sáng 4/4, Ban Tổ chức Lễ hội hoa tỉnh họp, nghe báo cáo công tác chuẩn bị. Phó Chủ tịch UBND tỉnh chủ trì.", True),
        (
            "Sáng 4/4, Ban Tổ chức Festival biển Bà Rịa năm 2024 tổ chức hội nghị triển khai kế hoạch. Phó Chủ tịch UBND tỉnh, "
            "Trưởng Ban Tổ chức chủ trì hội nghị.",
            True,
        ),
        ("Sáng 4/4, Ban Dân tộc tỉnh tổ chức hội nghị tập huấn.", False),
    ],
)  # fmt: skip
def test_who_holds_it_among_others(text: str, is_meeting: bool) -> None:
    assert detect(Document("t.txt", text)).is_meeting is is_meeting
