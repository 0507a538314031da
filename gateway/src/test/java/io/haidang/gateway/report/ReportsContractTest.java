package io.haidang.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.library.Newsroom;
import io.haidang.gateway.report.MonthlyReport.Line;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.PostEdit;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Months in figures, on every database. */
@OnEveryDatabase
class ReportsContractTest {

  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Newsroom news;
  private final Reports reports;

  ReportsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    news = new Newsroom(store.database(), clock);
    reports = new Reports(store.database());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void month_countsByLanguageOfficeAndForm_withTimes() {
    for (int hours = 1; hours <= 10; hours++) {
      Target target = news.translation("Tin " + hours + ". Câu hai.");
      clock.tick(Duration.ofHours(hours));
      news.approve(target);
    }
    news.products("Cầu mới.", Sensitivity.INTERNAL, List.of(ProductForm.TRANSLATION), "ja")
        .forEach(news::approveAndPublish);
    news.translation("Chưa duyệt."); // Asked for, not signed off.

    MonthlyReport report = reports.of(MARCH);

    assertThat(report.lines())
        .extracting(line -> line.language().toLanguageTag())
        .containsExactly("en", "ja");
    Line english = report.lines().get(0);
    assertThat(english.office()).isEqualTo("Văn phòng");
    assertThat(english.form()).isEqualTo(ProductForm.TRANSLATION);
    assertThat(english.figures().products()).isEqualTo(10);
    assertThat(english.figures().published()).isZero();
    assertThat(english.figures().median()).hasValue(Duration.ofHours(5));
    assertThat(english.figures().slow()).hasValue(Duration.ofHours(9));
    assertThat(english.figures().segments()).isEqualTo(20);
    assertThat(report.lines().get(1).figures().published()).isEqualTo(1);
    assertThat(report.total().products()).isEqualTo(11);
  }

  @Test
  void quality_countsWhatPeopleChanged() {
    Target target = news.translation("Câu một.\nCâu hai.\nCâu ba.\nCâu bốn.");
    news.desk.edit(target.id(), 1, 1, "en: Something else.", news.editor);
    news.desk.edit(target.id(), 2, 1, "en: Câu ba.", news.editor); // Confirmed, not changed.
    news.approve(target);

    Figures figures = reports.of(MARCH).total();

    assertThat(figures.segments()).isEqualTo(4);
    assertThat(figures.changed()).isEqualTo(1);
    assertThat(figures.changedShare()).isEqualTo(0.25);
    // "en: Câu hai." became "en: Something else.": two words of 20, marks counted.
    assertThat(figures.edited()).isEqualTo(new PostEdit(2, 20));
    assertThat(reports.of(MARCH).engines())
        .containsExactly(
            new EngineLine(
                "scripted",
                Locale.ENGLISH,
                "Văn phòng",
                ProductForm.TRANSLATION,
                4,
                1,
                new PostEdit(2, 20)));
  }

  @Test
  void month_ofOneOffice_hasWhatItsStoriesMade() {
    news.approve(news.translation("Một tin."));
    store.database().jdbi().useHandle(h -> h.execute("update story set office = 'Sở Du lịch'"));
    news.approve(news.translation("Hai tin."));

    MonthlyReport house = reports.of(MARCH);
    MonthlyReport office = reports.of(MARCH, "Sở Du lịch");

    assertThat(house.total().products()).isEqualTo(2);
    assertThat(house.offices()).containsExactly("Sở Du lịch", "Văn phòng");
    assertThat(office.total().products()).isEqualTo(1);
    assertThat(office.lines()).extracting(Line::office).containsExactly("Sở Du lịch");
    assertThat(office.engines()).hasSize(1);
    assertThat(office.offices()).isEqualTo(house.offices());
  }

  @Test
  void month_beginsAtMidnightOfTheOffice_andTheFirstSignOffCounts() {
    Target target = news.translation("Tin cuối tháng.");
    // 2026-03-31 16:59:59.999 UTC is still March in Hai Phong, a moment later is April.
    clock.tick(Duration.between(clock.instant(), instant("2026-03-31T16:59:59.999Z")));
    news.approveAndPublish(target);
    clock.tick(Duration.ofMillis(1));
    Target later = news.translation("Tin đầu tháng.");
    news.approve(later);
    news.library.notices().correct(target.id(), "Sửa ngày.", news.reviewer);
    news.library.notices().withdraw(target.id(), "Sai.", news.reviewer);

    Figures march = reports.of(MARCH).total();
    Figures april = reports.of(MARCH.plusMonths(1)).total();

    assertThat(march.products()).isEqualTo(1);
    assertThat(march.published()).isEqualTo(1);
    assertThat(march.withdrawn()).isZero();
    assertThat(april.products()).isEqualTo(1);
    assertThat(april.withdrawn()).isEqualTo(1);
    assertThat(april.corrected()).isEqualTo(1);
    assertThat(reports.of(MARCH.minusMonths(1)).lines()).isEmpty();
    assertThat(reports.of(MARCH.minusMonths(1)).total().median()).isEmpty();
  }

  @Test
  void csv_hasALineForEachGroup_andNoFormulas() {
    news.approve(news.translation("Một tin."));
    store
        .database()
        .jdbi()
        .useHandle(handle -> handle.execute("update story set office = '=1+\"x\"'"));

    List<String> lines = ReportCsv.of(reports.of(MARCH)).lines().toList();

    assertThat(lines).hasSize(2);
    assertThat(lines.get(1))
        .startsWith("2026-03,en,\"'=1+\"\"x\"\"\",translation,1,0,0,0,0.0,0.0,1,0,0,5,");
  }

  private static Instant instant(String text) {
    return Instant.parse(text);
  }
}
