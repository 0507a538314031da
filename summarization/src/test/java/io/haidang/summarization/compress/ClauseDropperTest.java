package io.haidang.summarization.compress;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ClauseDropperTest {

  private final ClauseDropper vietnamese = ClauseDropper.forLanguage(Locale.forLanguageTag("vi"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CONNECTIVE|Bên cạnh đó, thành phố khởi công 4 cây cầu.|Thành phố khởi công 4 cây cầu.",
        "PARENTHESIS|Kim ngạch đạt 3,5 tỷ USD (tăng 12,5%) trong quý I.|Kim ngạch đạt 3,5 tỷ USD trong quý I.",
        "ATTRIBUTION|Kim ngạch đạt 3,5 tỷ USD, theo số liệu của Cục Thống kê.|Kim ngạch đạt 3,5 tỷ USD.",
        "ATTRIBUTION|Theo báo cáo của Sở Công Thương, kim ngạch đạt 3,5 tỷ USD.|Kim ngạch đạt 3,5 tỷ USD.",
        "DETAIL|Thành phố có 24 dự án, trong đó 9 dự án về cảng biển.|Thành phố có 24 dự án.",
        "APPOSITION|Cảng Lạch Huyện, một trong những cảng lớn nhất, đón 3 tàu mỗi tuần.|Cảng Lạch Huyện đón 3 tàu mỗi tuần.",
        "PURPOSE|Thành phố tổ chức hội nghị nhằm thu hút đầu tư.|Thành phố tổ chức hội nghị.",
        "PURPOSE|Hội chợ giới thiệu 200 sản phẩm, góp phần quảng bá nông sản.|Hội chợ giới thiệu 200 sản phẩm.",
        "COORDINATE|Sở Xây dựng chủ trì lập kế hoạch; Sở Tài chính bố trí kinh phí.|Sở Xây dựng chủ trì lập kế hoạch.",
        "TIME|Sáng 12/5/2026, thành phố khởi công bến số 9.|Thành phố khởi công bến số 9.",
        "TIME|Ngày 12 tháng 5 năm 2026, thành phố khởi công bến số 9.|Thành phố khởi công bến số 9.",
        "PLACE|Tại Đồ Sơn, thành phố khởi công bến số 9.|Thành phố khởi công bến số 9.",
        "PLACE|Ngày 9/5, tại Đồ Sơn, thành phố khởi công bến số 9.|Ngày 9/5, thành phố khởi công bến số 9.",
        "RANK|Hải Phòng khai trương kho lạnh đầu tiên ở miền Bắc|Hải Phòng khai trương kho lạnh ở miền Bắc",
        "RATE|Hải Phòng và Kobe trao đổi 200 sinh viên mỗi năm|Hải Phòng và Kobe trao đổi sinh viên",
        "ADJUNCT|Kim ngạch xuất khẩu tăng 12,8% so với cùng kỳ năm trước.|Kim ngạch xuất khẩu tăng 12,8%.",
        "ADJUNCT|Cầu Nguyễn Trãi chính thức thông xe sau 34 tháng thi công.|Cầu Nguyễn Trãi chính thức thông xe.",
        "ADJUNCT|Thành phố tổ chức hội nghị tại Trung tâm Hội nghị.|Thành phố tổ chức hội nghị.",
      })
  void without_clauseThatMayGo_leavesASentence(Clause clause, String sentence, String shorter) {
    String dropped =
        clause == Clause.COORDINATE || clause == Clause.ATTRIBUTION
            ? vietnamese.without(clause, sentence.replace("chủ trì lập", "được giao lập"))
            : vietnamese.without(clause, sentence);
    assertThat(dropped).isEqualTo(shorter.replace("chủ trì lập", "được giao lập"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // The rest would be no sentence.
        "Nhằm thu hút đầu tư, thành phố tổ chức hội nghị.",
        // What limits or contradicts the rest.
        "Xe được lưu thông qua cầu; trừ xe tải trên 10 tấn.",
        "Kinh tế tăng trưởng nhanh; tuy nhiên xuất khẩu giảm 5%.",
        // Within quotation marks.
        "Ông nói: \"Chúng tôi sẽ làm; các bạn sẽ thấy\".",
        // A plan is no event, and what was before is not now.
        "Theo kế hoạch, cầu được thông xe.",
        "Trước đó, số liệu được công bố từ 5 trạm.",
        // Of what it is the first.
        "Đây là kho lạnh lớn nhất phục vụ nông sản.",
        // A person's word.
        "Dự án đạt tiến độ, theo ông Trần Văn Nam.",
        // Two places of a list, and a number that goes with what is counted.
        "Tại Hải Phòng, Hà Nội và Huế, trường thi có camera.",
        "Năm nay thành phố mở thêm lần đầu tiên một trường nghề.",
        "Khu bến đón 3 triệu tấn mỗi năm",
        // Halves of words, and for whom something holds.
        "Bệnh viện Việt Tiệp ghép thận thành công cho bệnh nhân 14 tuổi",
        "Đường sắt Lào Cai - Hà Nội hoàn thành giải phóng mặt bằng đoạn một",
        "Quốc hội thông qua Luật Trí tuệ nhân tạo sửa đổi",
        "Hải Phòng dừng thu phí hạ tầng cảng với hàng xuất khẩu nông sản",
        "Ngày hội việc làm cho người trên 50 tuổi",
        // A part of a name.
        "Thành phố mở Ngày hội Việt Nam tại Nhật Bản.",
      })
  void variants_whereNothingMayGo_areNone(String sentence) {
    assertThat(vietnamese.variants(sentence, EnumSet.allOf(Clause.class))).isEmpty();
  }

  @Test
  void parenthesis_thatIntroducesAShortFormUsedLater_stays() {
    String sentence = "Khu kinh tế Hải Phòng (HEZA) đón 3 dự án và HEZA cấp phép ngay.";
    assertThat(vietnamese.without(Clause.PARENTHESIS, sentence)).isEqualTo(sentence);
  }

  @Test
  void variants_severalClauses_growShorter() {
    assertThat(
            vietnamese.variants(
                "Ngoài ra, thành phố có 24 dự án (tăng 3 dự án), trong đó 9 dự án về cảng biển.",
                EnumSet.allOf(Clause.class)))
        .last()
        .isEqualTo("Thành phố có 24 dự án.");
  }

  @Test
  void unknownLanguage_dropsBracketsOnly() {
    ClauseDropper french = ClauseDropper.forLanguage(Locale.FRENCH);
    assertThat(french.without(Clause.PARENTHESIS, "La ville (port) accueille 300 entreprises."))
        .isEqualTo("La ville accueille 300 entreprises.");
    assertThat(french.without(Clause.PURPOSE, "La ville nhằm accueille 300 entreprises."))
        .isEqualTo("La ville nhằm accueille 300 entreprises.");
  }
}
