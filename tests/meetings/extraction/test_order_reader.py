"""Whole passages of orders: who gives each, who is told, by when; and what among orders is none."""

from __future__ import annotations

import pytest

from meetings.extraction.document import Document, settle
from meetings.extraction.steps import extract

HEAD = (
    "UBND tỉnh họp phiên thường kỳ tháng 10\n\nSáng 30/10/2024, UBND tỉnh Lâm Đồng tổ chức phiên họp thường kỳ tháng 10. "
    "Ông Lê Văn Đạt, Chủ tịch UBND tỉnh chủ trì. Dự họp có bà Trần Thị Hằng, Phó Chủ tịch UBND tỉnh; ông Mai Văn Tư, "
    "Giám đốc Sở Y tế.\n\n"
)
SIGNS = {"lead": "*", "coordinate": "+", "assignee": ""}


def orders(text: str) -> list[str]:
    """Each order as "Its first | giver: those / told | day"."""
    found = []
    for fact in extract(Document("t", settle(HEAD + text))).directives:
        opening = " ".join(fact.text.split()[:2])
        told = " / ".join(assignee.name + SIGNS[assignee.part] for assignee in fact.assignees)
        due = f" | {fact.deadline.value}" if fact.deadline and fact.deadline.value else ""
        found.append(f"{opening} | {fact.assigner or fact.assigner_title}: {told}{due}")
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('Sau khi thảo luận, UBND tỉnh thống nhất thông qua dự thảo quy định; riêng đề án sắp xếp trường học, giao Sở Y tế hoàn chỉnh, trình lại.', ["riêng đề | UBND tỉnh: Sở Y tế"]),
        ('Ngay sau cuộc họp, hai đoàn công tác của tỉnh lên đường xuống cơ sở.', []),
        ('Tại buổi tiếp, UBND xã nhận trách nhiệm và hứa tháo dỡ rào chắn.', []),
        ('UBND tỉnh giao Sở Y tế chủ trì, phối hợp với Sở Tài chính tham mưu mua thuốc.', ["UBND tỉnh | UBND tỉnh: Sở Y tế* / Sở Tài chính+"]),
        ('Ban Thường vụ Tỉnh ủy thống nhất giao Ban Tổ chức Tỉnh ủy hoàn thiện đề án.', ["Ban Thường | Ban Thường vụ Tỉnh ủy: Ban Tổ chức Tỉnh ủy"]),
        ('Theo chỉ đạo của Chủ tịch UBND tỉnh, Sở Y tế phải hoàn thành đề án trước ngày 15/11.', ["Theo chỉ | Lê Văn Đạt: Sở Y tế | 2024-11-15"]),
        ('Thay mặt UBND tỉnh, bà Trần Thị Hằng đề nghị các huyện, thành phố bố trí quỹ đất.', ["Thay mặt | Trần Thị Hằng: các huyện, thành phố"]),
        ('Ông Lê Văn Đạt cho biết sẽ bố trí vốn. Ông yêu cầu Sở Y tế lập dự toán.', ["Ông yêu | Lê Văn Đạt: Sở Y tế"]),
        ('Bà Trần Thị Hằng cho rằng tiến độ chậm là do mặt bằng. Đồng tình với ý kiến này, Chủ tịch UBND tỉnh giao Sở Y tế lập dự toán.', ["Đồng tình | Lê Văn Đạt: Sở Y tế"]),
        ('Người đứng đầu UBND tỉnh yêu cầu Sở Y tế lập dự toán.', ["Người đứng | Lê Văn Đạt: Sở Y tế"]),
        ('Người đứng đầu chính quyền tỉnh cũng giao Sở Y tế lập dự toán.', ["Người đứng | Lê Văn Đạt: Sở Y tế"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả.\n\nVề nhiệm vụ thời gian tới, ông yêu cầu:\n\nSở Y tế hoàn thành đề án mua sắm thuốc trong tháng 11.\n\nSở Nội vụ rà soát biên chế, báo cáo trước ngày 20/11.', ["Sở Y | Lê Văn Đạt: Sở Y tế | 2024-11", "Sở Nội | Lê Văn Đạt: Sở Nội vụ | 2024-11-20"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt yêu cầu:\n\n- Sở Y tế hoàn thành đề án trong tháng 11;\n\n- Sở Nội vụ rà soát biên chế;\n\n- Các địa phương đẩy nhanh giải ngân.', ["Sở Y | Lê Văn Đạt: Sở Y tế | 2024-11", "Sở Nội | Lê Văn Đạt: Sở Nội vụ", "Các địa | Lê Văn Đạt: các địa phương"]),
        ('"Các sở phải coi đây là việc của mình, xong trước Tết", ông Lê Văn Đạt nói và giao Sở Y tế lập dự toán.', ['"Các sở | Lê Văn Đạt: Sở Y tế']),
        ('Ông Lê Văn Đạt giao bà Trần Thị Hằng trực tiếp chỉ đạo việc này; Sở Y tế báo cáo hằng tuần.', ["Ông Lê | Lê Văn Đạt: Trần Thị Hằng", "Sở Y | Lê Văn Đạt: Sở Y tế"]),
        ('Chủ tịch UBND tỉnh phân công Phó Chủ tịch Trần Thị Hằng chỉ đạo việc này.', ["Chủ tịch | Lê Văn Đạt: Trần Thị Hằng"]),
        ('Ban Tuyên giáo Tỉnh ủy đề nghị các cơ quan báo chí đẩy mạnh tuyên truyền 9 nội dung. Trong đó tập trung tuyên truyền kỳ họp; tiếp tục tuyên truyền các mô hình hay.', ["Ban Tuyên | Ban Tuyên giáo Tỉnh ủy: các cơ quan báo chí", "Trong đó | Ban Tuyên giáo Tỉnh ủy: các cơ quan báo chí", "tiếp tục | Ban Tuyên giáo Tỉnh ủy: các cơ quan báo chí"]),
        ('Ông Lê Văn Đạt nhấn mạnh, năm 2025 là năm then chốt. Do đó, đề nghị Sở Y tế tập trung hoàn thành đề án.', ["Do đó, | Lê Văn Đạt: Sở Y tế"]),
        ('Ông Lê Văn Đạt nhấn mạnh, năm 2025 là năm then chốt. Vì vậy, các sở, ngành cần chủ động xây dựng kế hoạch.', ["Vì vậy, | Lê Văn Đạt: các sở, ngành"]),
        ('Ông Lê Văn Đạt yêu cầu Sở Y tế khẩn trương xây dựng kế hoạch; đồng thời tổ chức hội nghị quán triệt.', ["Ông Lê | Lê Văn Đạt: Sở Y tế", "đồng thời | Lê Văn Đạt: Sở Y tế"]),
        ('Đối với Sở Y tế, ông Lê Văn Đạt yêu cầu lập dự toán trước ngày 10/11.', ["Đối với | Lê Văn Đạt: Sở Y tế | 2024-11-10"]),
        ('Với các huyện, ông Lê Văn Đạt đề nghị chủ động quỹ đất.', ["Với các | Lê Văn Đạt: các huyện"]),
        ('Lực lượng Công an tỉnh đã xử phạt 28.000 trường hợp với số tiền 57 tỷ đồng.', []),
        ('Phó Chủ tịch UBND tỉnh Trần Thị Hằng chỉ đạo Sở Y tế kiểm tra các cơ sở tiêm chủng.', ["Phó Chủ | Trần Thị Hằng: Sở Y tế"]),
        ('Liên quan đến thuốc, Chủ tịch UBND tỉnh đề nghị Sở Y tế mua đủ, không để người dân phải mua ngoài.', ["Liên quan | Lê Văn Đạt: Sở Y tế"]),
        ('Từ thực tế đó, ông Đạt yêu cầu Sở Y tế mua đủ thuốc.', ["Từ thực | Lê Văn Đạt: Sở Y tế"]),
        ('Thống nhất với kiến nghị của ngành y tế, ông Lê Văn Đạt giao Sở Tài chính cân đối 15 tỷ đồng.', ["Thống nhất | Lê Văn Đạt: Sở Tài chính"]),
        ('Ông Mai Văn Tư, Giám đốc Sở Y tế kiến nghị tỉnh cấp thêm vốn. Trả lời kiến nghị này, bà Hằng giao Sở Tài chính xem xét.', ["Trả lời | Trần Thị Hằng: Sở Tài chính"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh, cấp ủy, chính quyền các cấp phải xác định rõ trách nhiệm.', ["Kết luận | Lê Văn Đạt: các sở", "Thủ trưởng | Lê Văn Đạt: thủ trưởng các sở, ban, ngành, đoàn thể cấp tỉnh / cấp ủy, chính quyền các cấp"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Chính quyền cấp huyện, cấp xã khẩn trương xây dựng kế hoạch.', ["Kết luận | Lê Văn Đạt: các sở", "Chính quyền | Lê Văn Đạt: chính quyền cấp huyện, cấp xã"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Lực lượng Cảnh sát giao thông đã xử phạt 28.364 trường hợp, lực lượng Thanh tra giao thông đã xử phạt 421 trường hợp.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Công an tỉnh chỉ đạo lực lượng Cảnh sát giao thông tăng cường tuần tra.', ["Kết luận | Lê Văn Đạt: các sở", "Công an | Lê Văn Đạt: Công an tỉnh"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Từ năm 2009, Ban Thường vụ Tỉnh ủy đã ban hành Chỉ thị về phòng cháy; trong đó yêu cầu UBND tỉnh rà soát các cơ sở có nguy cơ.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Sở Tài chính, Sở Nội vụ và UBND các huyện, thành phố khẩn trương rà soát.', ["Kết luận | Lê Văn Đạt: các sở", "Sở Tài | Lê Văn Đạt: Sở Tài chính / Sở Nội vụ / UBND các huyện, thành phố"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Giao Sở Tài chính chủ trì, phối hợp Sở Xây dựng và các đơn vị liên quan tham mưu UBND tỉnh trước 15/11.', ["Kết luận | Lê Văn Đạt: các sở", "Giao Sở | Lê Văn Đạt: Sở Tài chính* / Sở Xây dựng+ / các đơn vị liên quan+ | 2024-11-15"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Đề nghị Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tăng cường giám sát.', ["Kết luận | Lê Văn Đạt: các sở", "Đề nghị | Lê Văn Đạt: Ủy ban MTTQ Việt Nam tỉnh / các tổ chức chính trị - xã hội"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Đề nghị các doanh nghiệp chủ động nguồn hàng phục vụ Tết.', ["Kết luận | Lê Văn Đạt: các sở", "Đề nghị | Lê Văn Đạt: các doanh nghiệp"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Riêng Sở Y tế, phải mua đủ thuốc trong tháng 11.', ["Kết luận | Lê Văn Đạt: các sở", "Riêng Sở | Lê Văn Đạt: Sở Y tế | 2024-11"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Ngành giáo dục cần sớm khắc phục tình trạng thiếu giáo viên.', ["Kết luận | Lê Văn Đạt: các sở", "Ngành giáo | Lê Văn Đạt: ngành giáo dục"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Các đồng chí Phó Chủ tịch UBND tỉnh theo lĩnh vực phụ trách chỉ đạo quyết liệt.', ["Kết luận | Lê Văn Đạt: các sở", "Các đồng | Lê Văn Đạt: các đồng chí Phó Chủ tịch UBND tỉnh"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Chủ tịch UBND các huyện, thành phố chịu trách nhiệm trước Chủ tịch UBND tỉnh về kết quả giải ngân.', ["Kết luận | Lê Văn Đạt: các sở", "Chủ tịch | Lê Văn Đạt: Chủ tịch UBND các huyện, thành phố"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Về cải cách hành chính, Sở Nội vụ rà soát, cắt giảm thủ tục; Văn phòng UBND tỉnh theo dõi, đôn đốc.', ["Kết luận | Lê Văn Đạt: các sở", "Về cải | Lê Văn Đạt: Sở Nội vụ", "Văn phòng | Lê Văn Đạt: Văn phòng UBND tỉnh"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Ông nhấn mạnh: “Ai không làm được thì đứng sang một bên”.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Ông cũng thống nhất chủ trương bổ sung 15 tỷ đồng.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Ông đánh giá cao nỗ lực của Sở Y tế.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Công tác tuyên truyền cần được đẩy mạnh hơn nữa.', ["Kết luận | Lê Văn Đạt: các sở", "Công tác | Lê Văn Đạt: "]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Thời gian qua, Sở Y tế đã tích cực mua thuốc.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Trước mắt, tập trung khắc phục hậu quả mưa lũ; về lâu dài, Sở Xây dựng lập quy hoạch.', ["Kết luận | Lê Văn Đạt: các sở", "Trước mắt, | Lê Văn Đạt: các sở", "về lâu | Lê Văn Đạt: Sở Xây dựng"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. Trước đó, các đại biểu đã thảo luận sôi nổi. Sở Y tế kiến nghị tỉnh cấp thêm vốn.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. \n\nDịp này, Chủ tịch UBND tỉnh tặng Bằng khen cho 5 tập thể.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. \n\nCũng tại phiên họp, Phó Chủ tịch UBND tỉnh Trần Thị Hằng đề nghị Sở Y tế mua thuốc.', ["Kết luận | Lê Văn Đạt: các sở", "Cũng tại | Trần Thị Hằng: Sở Y tế"]),
        ('Kết luận phiên họp, ông Lê Văn Đạt đánh giá cao kết quả và yêu cầu các sở tập trung cao độ cho nhiệm vụ năm 2024. \n\nTrước câu hỏi của báo chí, Giám đốc Sở Y tế Mai Văn Tư cho biết sẽ mua thuốc trước ngày 15/11.', ["Kết luận | Lê Văn Đạt: các sở"]),
        ('Chủ tịch UBND tỉnh Lê Văn Đạt nêu rõ, các sở, ngành, địa phương phải coi giải ngân là nhiệm vụ trọng tâm; chủ động tháo gỡ khó khăn; kiên quyết điều chuyển vốn.', ["Chủ tịch | Lê Văn Đạt: các sở, ngành, địa phương", "chủ động | Lê Văn Đạt: các sở, ngành, địa phương", "kiên quyết | Lê Văn Đạt: các sở, ngành, địa phương"]),
        ('Phát biểu chỉ đạo, bà Trần Thị Hằng yêu cầu Sở Y tế, các địa phương:\n\nThứ nhất, rà soát nhân lực.\n\nThứ hai, mua đủ thuốc trước ngày 20/11.\n\nThứ ba, Sở Nội vụ bổ sung biên chế.', ["Thứ nhất, | Trần Thị Hằng: Sở Y tế / các địa phương", "Thứ hai, | Trần Thị Hằng: Sở Y tế / các địa phương | 2024-11-20", "Thứ ba, | Trần Thị Hằng: Sở Nội vụ"]),
        ('Bà Trần Thị Hằng yêu cầu Sở Y tế tập trung 3 nhiệm vụ: rà soát nhân lực; mua đủ thuốc; kiểm tra các trạm.', ["Bà Trần | Trần Thị Hằng: Sở Y tế", "mua đủ | Trần Thị Hằng: Sở Y tế", "kiểm tra | Trần Thị Hằng: Sở Y tế"]),
        ('Ông Lê Văn Đạt nhất trí với đề xuất của Sở Y tế, giao Sở Tài chính bố trí vốn, Sở Nội vụ bổ sung biên chế.', ["Ông Lê | Lê Văn Đạt: Sở Tài chính / Sở Nội vụ"]),
        ('Phó Chủ tịch UBND tỉnh Trần Thị Hằng cho rằng thuốc thiếu là do đấu thầu chậm. Chủ tịch UBND tỉnh Lê Văn Đạt đồng tình. Ông yêu cầu Sở Y tế làm ngay.', ["Ông yêu | Lê Văn Đạt: Sở Y tế"]),
        ('“Không thể để dân chờ”, ông Lê Văn Đạt nói. Ông yêu cầu Sở Y tế làm ngay trong tuần này; đồng thời giao Công an tỉnh điều tra.', ["Ông yêu | Lê Văn Đạt: Sở Y tế", "đồng thời | Lê Văn Đạt: Công an tỉnh"]),
        ("Kết luận phiên họp, ông Lê Văn Đạt yêu cầu Sở Y tế mua đủ thuốc; trước ngày 15/11 báo cáo kết quả với UBND tỉnh.", ["Kết luận | Lê Văn Đạt: Sở Y tế", "trước ngày | Lê Văn Đạt: Sở Y tế | 2024-11-15"]),
        ("Báo cáo do bà Trần Thị Hằng trình bày nêu rõ kết quả.\n\nNăm 2025, tỉnh đề ra một số mục tiêu chủ yếu:\n\n- Thu nội địa đạt 9.500 tỷ đồng.\n\n- Thu hút vốn FDI trên 1 tỷ USD.", []),
        ("Kết luận phiên họp, ông Lê Văn Đạt ghi nhận nỗ lực của các cấp. Cụ thể, các sở, ngành rà soát 24 chỉ tiêu HĐND tỉnh giao.", ["Cụ thể, | Lê Văn Đạt: các sở, ngành"]),
        ("Kết luận phiên họp, ông Lê Văn Đạt giao Sở Y tế mua thuốc. Các vụ việc còn lại, Ban Tiếp công dân tỉnh hướng dẫn công dân trước 30/11.", ["Kết luận | Lê Văn Đạt: Sở Y tế", "Các vụ | Lê Văn Đạt: Ban Tiếp công dân tỉnh | 2024-11-30"]),
        ("Kết luận phiên họp, ông Lê Văn Đạt ghi nhận nỗ lực của các cấp. Các địa phương đã tìm nhiều cách giữ đà tăng trưởng.", []),
    ],
)  # fmt: skip
def test_orders(text: str, expected: list[str]) -> None:
    assert orders(text) == expected
