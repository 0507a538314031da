package io.haidang.gateway.web.review;

import java.util.List;
import java.util.Map;

/** Thirty sentences as a press office hands them in. */
final class PressText {

  static final List<String> SENTENCES =
      List.of(
          "Sáng 12/5, thành phố Hải Phòng tổ chức hội nghị xúc tiến đầu tư.",
          "Hội nghị có 450 đại biểu tham dự.",
          "Các đại biểu đến từ 20 quốc gia.",
          "Lãnh đạo thành phố chào mừng các nhà đầu tư.",
          "Thành phố có cảng biển lớn.",
          "Năm 2025, kinh tế thành phố tăng 11%.",
          "Nhiều doanh nghiệp mới được thành lập.",
          "Các khu công nghiệp thu hút nhiều dự án.",
          "Người dân được hưởng lợi từ các dự án này.",
          "Thành phố sẽ xây dựng thêm 3 cây cầu.",
          "Đường cao tốc mới rút ngắn thời gian đi lại.",
          "Sân bay quốc tế đón nhiều chuyến bay hơn.",
          "Du lịch là một ngành quan trọng.",
          "Du khách thích thăm đảo Cát Bà.",
          "Các khách sạn mới đã mở cửa.",
          "Thành phố bảo vệ môi trường biển.",
          "Nước sạch đến với mọi gia đình.",
          "Các trường học được sửa chữa.",
          "Học sinh học tiếng Anh từ lớp 3.",
          "Bệnh viện mới có 500 giường.",
          "Các bác sĩ được đào tạo ở nước ngoài.",
          "Thành phố hợp tác với nhiều thành phố trên thế giới.",
          "Hai bên đã ký 5 thỏa thuận.",
          "Các thỏa thuận có hiệu lực ngay.",
          "Các nhà đầu tư hỏi về thuế và đất đai.",
          "Đại diện thành phố đã trả lời các câu hỏi.",
          "Thủ tục hành chính sẽ đơn giản hơn.",
          "Thành phố mời các doanh nghiệp đến thăm.",
          "Hội nghị kết thúc lúc 17 giờ.",
          "Hội nghị tiếp theo sẽ diễn ra vào năm 2027.");

  /** What a reviewer writes in place of the machine's text, by segment. */
  static final Map<Integer, String> MENDED =
      Map.of(10, "The new highway shortens travel.", 22, "The two sides signed 5 agreements.");

  private PressText() {}
}
