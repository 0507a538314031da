package io.haidang.gateway.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.quality.RiskDraw.Candidate;
import io.haidang.gateway.quality.RiskDraw.Drawn;
import io.haidang.gateway.review.ApprovalEffect;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.SignOff;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.Translated;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.review.Role;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Samples by risk on every database. */
@OnEveryDatabase
class SamplesContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Drafted drafted;
  private final Account other;
  private final ReviewDesk desk;
  private final Quality quality;
  private final YearMonth month;

  SamplesContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    drafted = Drafted.in(database, target -> {}, clock);
    other = TestAccount.in(database, "other", "Người khác", Role.REVIEWER);
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    desk =
        new ReviewDesk(
            database, () -> terms, target -> {}, ApprovalEffect.NONE, new Appraisal(clock), clock);
    quality = new Quality(database, clock);
    month = YearMonth.from(clock.instant().atZone(Office.ZONE));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void sample_drawnAgainFromItsSeed_isTheSame() {
    approved(12);

    Sample one = draw(5, OptionalLong.of(7));
    Sample again = draw(5, OptionalLong.of(7));

    assertThat(one.texts()).hasSize(5).isEqualTo(again.texts());
    assertThat(one.population()).isEqualTo(12);
    assertThat(one.texts())
        .extracting(Sample.Text::probability)
        .allSatisfy(probability -> assertThat(probability).isCloseTo(5.0 / 12, within(1e-9)));
    assertThat(quality.samples().latest(other))
        .extracting(Sample::id)
        .containsExactlyInAnyOrder(one.id(), again.id());
  }

  @Test
  void sample_read_tellsTheShareThatIsNotGoodEnough() {
    approved(4);
    Sample sample = draw(200, OptionalLong.empty());
    UUID wrong = sample.texts().get(0).target();
    UUID right = sample.texts().get(1).target();
    assertThat(sample.errorRate()).isEqualTo(new ErrorRate(0, 0, 1));
    quality
        .annotations()
        .add(
            wrong,
            0,
            new Annotation.Form(ErrorCategory.ACCURACY, ErrorSeverity.MAJOR, null, ""),
            other);

    quality.samples().read(sample.id(), wrong, other);
    Sample read = quality.samples().read(sample.id(), right, other);

    assertThat(read.read()).isEqualTo(2);
    assertThat(read.texts())
        .extracting(Sample.Text::passed)
        .containsExactly(false, true, null, null);
    assertThat(read.errorRate().share()).isEqualTo(0.5);
    assertThat(read.errorRate().low()).isCloseTo(0.0945, within(1e-3));
    assertThat(read.errorRate().high()).isCloseTo(0.9055, within(1e-3));
    refused(ErrorCode.WRONG_STATE, () -> quality.samples().read(sample.id(), wrong, other));
  }

  @Test
  void text_isReadAgainBySomebodyElse_whileItIsSignedOff() {
    List<UUID> ids = approved(1);
    Sample sample = draw(1, OptionalLong.empty());
    Samples samples = quality.samples();

    refused(
        ErrorCode.AUTHOR_CANNOT_APPROVE,
        () -> samples.read(sample.id(), ids.get(0), drafted.reviewer()));
    refused(ErrorCode.NOT_PERMITTED, () -> samples.read(sample.id(), ids.get(0), drafted.editor()));
    desk.edit(ids.get(0), 0, 1, "Ships left.", drafted.editor());
    refused(ErrorCode.WRONG_STATE, () -> samples.read(sample.id(), ids.get(0), other));
    refused(ErrorCode.NOT_FOUND, () -> draw(1, OptionalLong.empty()));
    refused(ErrorCode.INVALID_REQUEST, () -> draw(0, OptionalLong.empty()));
  }

  @Test
  void draw_manyTimes_takesEachTextAsOftenAsItsProbabilitySays() {
    List<Candidate> population = new ArrayList<>();
    for (int risk : new int[] {0, 0, 4, 9, 9, 59}) {
      population.add(new Candidate(new UUID(risk, population.size()), risk));
    }
    int draws = 4_000;
    int[] taken = new int[population.size()];
    double[] probability = new double[population.size()];
    for (int seed = 0; seed < draws; seed++) {
      List<Drawn> drawn = RiskDraw.of(population, 3, seed);
      assertThat(drawn).hasSize(3);
      for (Drawn each : drawn) {
        int index = (int) each.id().getLeastSignificantBits();
        taken[index]++;
        probability[index] = each.probability();
      }
    }

    for (int i = 0; i < taken.length; i++) {
      assertThat((double) taken[i] / draws).isCloseTo(probability[i], within(0.03));
    }
    assertThat(probability[5]).isEqualTo(1);
    assertThat(probability[3] / probability[2]).isCloseTo(2, within(1e-9));
  }

  private Sample draw(int size, OptionalLong seed) {
    return quality.samples().draw(month, month, size, seed, other);
  }

  private static void refused(ErrorCode code, ThrowingCallable call) {
    assertThat(Provoked.by(call).code()).isEqualTo(code);
  }

  private List<UUID> approved(int texts) {
    List<UUID> ids = new ArrayList<>();
    TranslatedSegment made =
        new TranslatedSegment(
            "Tàu ở cảng.",
            "Ships are at the port.",
            -0.25,
            List.of(),
            new Provenance("test", "1", "", "starter", false, 12));
    for (int i = 0; i < texts; i++) {
      UUID id = Translated.inReview(drafted, List.of(made), database, clock);
      SignOff.approve(desk, id, drafted.reviewer());
      ids.add(id);
    }
    return ids;
  }
}
