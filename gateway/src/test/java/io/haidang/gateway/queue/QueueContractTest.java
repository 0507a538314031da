package io.haidang.gateway.queue;

import static io.haidang.gateway.queue.QueueFilter.WAITING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.Translated;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.FindingIdentity;
import io.haidang.translation.check.Severity;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Order, filters, claims, assignments and saved views on every database. */
@OnEveryDatabase
class QueueContractTest {

  private static final Finding WRONG =
      new Finding("numbers", Severity.ERROR, null, null, "45", "Số 45 bị thiếu");

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Drafted drafted;
  private final ReviewDesk desk;
  private final QueueServices services;
  private final Queue queue;
  private final Claims claims;
  private final Account hoa;
  private final Account chief;

  QueueContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    database = store.database();
    drafted = Drafted.in(database, target -> {}, clock);
    TermEnforcer terms = new TermEnforcer(Glossary.starter());
    desk = new ReviewDesk(database, () -> terms, target -> {}, clock);
    services = QueueServices.open(database, new Accounts(database, clock), clock);
    queue = services.queue();
    claims = services.claims();
    hoa = hire("hoa", "Phạm Thanh Hoa", Office.FIRST, Role.EDITOR, Role.REVIEWER);
    chief = hire("chief", "Trưởng phòng", Office.FIRST, Role.REVIEWER, Role.ADMIN);
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Account hire(String login, String name, Office office, Role... roles) {
    return new Accounts(database, clock, TestAccount.CHEAP)
        .create(login, name, office, "mật khẩu", Set.of(roles));
  }

  private Account minh() {
    return drafted.reviewer();
  }

  @Test
  void order_isByErrorsThenDoubtsThenAge() {
    UUID unknown = inReview("Tin", Double.NaN);
    clock.tick(Duration.ofSeconds(1));
    UUID near = inReview("Tin", 0.3);
    clock.tick(Duration.ofSeconds(1));
    UUID strayed = inReview("Tin", 0.299);
    clock.tick(Duration.ofSeconds(1));
    UUID wrong = inReview("Tin", 0.9, WRONG);
    assertThat(waiting()).containsExactly(wrong, strayed, unknown, near);

    desk.edit(strayed, 0, 1, "0 delegates", minh());

    assertThat(waiting()).containsExactly(wrong, unknown, near, strayed);
  }

  @Test
  void order_acceptedFinding_countsNoMore() {
    UUID first = inReview("Một", 0.9, WRONG);
    UUID second = inReview("Hai", 0.9, WRONG);
    clock.tick(Duration.ofSeconds(1));
    assertThat(queue.item(first).risk().errors()).isOne();
    String finding =
        FindingIdentity.of(List.of(WRONG), "Hội nghị có 0 đại biểu.", "0 delegates").get(0);

    desk.acceptFinding(first, 0, finding, "Đúng rồi", minh());

    assertThat(queue.item(first).risk().errors()).isZero();
    assertThat(waiting()).containsExactly(second, first);
  }

  @Test
  void order_deadline_bringsATextForward() {
    UUID risky = inReview("Sai", 0.1, WRONG);
    UUID urgent = inReview("Gấp", 0.9);
    Instant deadline = clock.instant().plus(Duration.ofHours(10));

    services.assignments().setDeadline(urgent, deadline, minh());

    assertThat(waiting()).containsExactly(urgent, risky);
    assertThat(queue.item(urgent).deadline()).isEqualTo(deadline);
    assertThat(queue.item(urgent).isOverdue(clock.instant())).isFalse();
    clock.tick(Duration.ofHours(11));
    assertThat(queue.item(urgent).isOverdue(clock.instant())).isTrue();
    assertThat(found(filter("overdue", "true"))).containsExactly(urgent);

    services.assignments().setDeadline(urgent, null, minh());

    assertThat(queue.item(urgent).deadline()).isNull();
    assertThat(waiting()).containsExactly(risky, urgent);
  }

  @Test
  void order_isOfTheSameMindWhateverTheTime() {
    inReview("Một", 0.1, WRONG);
    clock.tick(Duration.ofHours(5));
    inReview("Hai", 0.1);
    clock.tick(Duration.ofHours(5));
    inReview("Ba", 0.9, WRONG);
    List<UUID> now = waiting();

    clock.tick(Duration.ofDays(9));

    assertThat(waiting()).isEqualTo(now);
  }

  @Test
  void filters_eachOfThem_letThroughWhatFits() {
    UUID internal = inReview("Thông báo 100%", 0.9);
    UUID open = inReview(drafted.submit("Hội nghị", "Chào.", Sensitivity.PUBLIC, "ja").get(0), 0.9);
    services.assignments().assign(open, "hoa", minh());

    assertThat(found(filter("language", "ja"))).containsExactly(open);
    assertThat(found(filter("sensitivity", "internal"))).containsExactly(internal);
    assertThat(found(filter("title", "BÁO 100%"))).containsExactly(internal);
    assertThat(found(filter("title", "%"))).containsExactly(internal);
    assertThat(found(filter("form", "translation"))).hasSize(2);
    assertThat(found(filter("form", "headline"))).isEmpty();
    assertThat(found(filter("office", Office.FIRST.name()))).hasSize(2);
    assertThat(found(filter("office", "Sở Du lịch"))).isEmpty();
    assertThat(found(filter("assignee", "hoa"))).containsExactly(open);
    assertThat(found(filter("whose", "free"))).containsExactly(internal);
    assertThat(queue.page(WAITING.of(Whose.MINE), hoa, 0, 10).items()).hasSize(1);
    assertThat(queue.page(WAITING.of(Whose.MINE), hoa, 0, 10).total()).isOne();
    assertThat(queue.page(WAITING, minh(), 1, 1).items()).hasSize(1);
    assertThat(queue.page(WAITING, minh(), 2, 1).items()).isEmpty();
    assertThat(queue.page(WAITING, minh(), 2, 1).total()).isEqualTo(2);
  }

  @Test
  void filter_writtenInAnAddress_isReadBackAsItWas() {
    QueueFilter filter =
        QueueFilter.of(
            name ->
                Map.of("state", "approved", "whose", "mine", "title", "a&b=ố", "overdue", "true")
                    .getOrDefault(name, ""));

    assertThat(filter.query())
        .isEqualTo("state=approved&whose=mine&overdue=true&title=a%26b%3D%E1%BB%91");
    assertThat(QueueFilter.of(name -> filter.parameters().getOrDefault(name, "")))
        .isEqualTo(filter);
  }

  @Test
  void texts_ofAnotherOffice_areNeitherListedNorCountedNorTaken() {
    inReview(drafted.submit("Mật", "Chào.", Sensitivity.SECRET, "en").get(0), 0.9);
    Account stranger = hire("khach", "Khách", new Office("Sở Du lịch"), Role.REVIEWER);

    assertThat(queue.page(WAITING, stranger, 0, 10).items()).isEmpty();
    assertThat(queue.counts(stranger)).isEmpty();
    assertThat(queue.takeNext(WAITING, stranger)).isEmpty();
    assertThat(queue.counts(minh())).containsExactly(Map.entry(TargetState.IN_REVIEW, 1L));
    UUID secret = waiting().get(0);
    assertThatThrownBy(() -> services.assignments().assign(secret, "khach", minh()))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.INVALID_REQUEST));
  }

  @Test
  @Provokes(ErrorCode.TARGET_CLAIMED)
  void claim_ofAnother_isRefusedUntilItRunsOut() {
    UUID id = inReview("Tin", 0.9);
    Claim first = claims.take(id, minh(), false);
    clock.tick(Duration.ofMinutes(14));
    assertThat(claims.renew(id, minh())).isTrue();
    clock.tick(Duration.ofMinutes(14));

    GatewayException refused = Provoked.by(() -> claims.take(id, hoa, false));
    assertThat(refused.code()).isEqualTo(ErrorCode.TARGET_CLAIMED);
    assertThat(refused.details()).containsEntry("holder", minh().displayName());

    assertThat(claims.of(id).orElseThrow().since()).isEqualTo(first.since());
    assertThat(claims.take(id, minh(), false).since()).isEqualTo(first.since());
    clock.tick(Claims.LEASE);
    assertThat(claims.of(id)).isEmpty();
    assertThat(claims.take(id, hoa, false).holder().login()).isEqualTo("hoa");
    assertThat(claims.renew(id, minh())).isFalse();
  }

  @Test
  void claim_takenOver_onlyByAnAdministrator() {
    UUID id = inReview("Tin", 0.9);
    claims.take(id, minh(), false);

    assertThatThrownBy(() -> claims.take(id, hoa, true))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.NOT_PERMITTED));
    assertThatThrownBy(() -> claims.release(id, hoa))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.NOT_PERMITTED));
    assertThat(claims.take(id, chief, true).holder().login()).isEqualTo("chief");
  }

  @Test
  void claim_endsWithReleaseDecisionAndSoonAfterLeaving() {
    UUID id = inReview("Tin", 0.9);
    claims.take(id, minh(), false);
    claims.release(id, minh());
    assertThat(claims.of(id)).isEmpty();

    claims.take(id, minh(), false);
    claims.leave(id, hoa);
    claims.leave(id, minh());
    clock.tick(Claims.AFTER_LEAVING.minusSeconds(1));
    assertThat(claims.of(id)).isPresent();
    clock.tick(Duration.ofSeconds(2));
    assertThat(claims.of(id)).isEmpty();

    claims.take(id, minh(), false);
    int version = desk.target(id).version();
    desk.decide(id, new Decision(TargetAction.APPROVE, version, "", List.of()), minh());
    assertThat(claims.of(id)).isEmpty();
  }

  @Test
  void claim_keepsNobodyFromEditing() {
    UUID id = inReview("Tin", 0.9);
    claims.take(id, minh(), false);

    desk.edit(id, 0, 1, "0 delegates, edited", hoa);

    assertThat(claims.of(id).orElseThrow().holder().login()).isEqualTo(minh().login());
  }

  @Test
  void takeNext_passesOverOwnTextsThoseInHandAndThoseForOthers() {
    UUID assigned = inReview("Giao", 0.1, WRONG);
    services.assignments().assign(assigned, "chief", minh());
    UUID inHand = inReview("Đang làm", 0.1, WRONG);
    claims.take(inHand, chief, false);
    Drafted ofHoa = new Drafted(hoa, minh(), drafted.drafts());
    UUID own = inReview(ofHoa.submit("Của Hoa", "Chào.", "en").get(0), 0.1);
    UUID free = inReview("Trống", 0.9);

    assertThat(next(hoa)).contains(free);
    assertThat(next(hoa)).isEmpty();
    assertThat(next(minh())).contains(own);
    assertThat(next(chief)).contains(assigned);
    assertThatThrownBy(() -> next(drafted.editor()))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.NOT_PERMITTED));
  }

  @Test
  void takeNext_byManyAtOnce_givesEachAnotherText() throws Exception {
    int texts = 12;
    for (int i = 0; i < texts; i++) {
      inReview("Tin " + i, 0.9);
    }
    ExecutorService reviewers = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Optional<UUID>>> clicks = new ArrayList<>();
      for (int i = 0; i < texts; i++) {
        Account who = i % 2 == 0 ? minh() : hoa;
        clicks.add(() -> next(who));
      }
      List<UUID> taken = new ArrayList<>();
      for (Future<Optional<UUID>> click : reviewers.invokeAll(clicks)) {
        click.get().ifPresent(taken::add);
      }
      assertThat(taken).doesNotHaveDuplicates();
      while (taken.size() < texts) { // Whoever came while all others were being looked at.
        taken.add(next(minh()).orElseThrow());
      }
      assertThat(taken).doesNotHaveDuplicates();
      assertThat(next(minh())).isEmpty();
    } finally {
      reviewers.shutdown();
    }
  }

  @Test
  void assignment_isOfReviewersAndInTheLog() {
    UUID id = inReview("Tin", 0.9);

    services.assignments().assign(id, "hoa", minh());

    assertThat(queue.item(id).assignee()).isEqualTo(new Person(hoa.id(), "hoa", "Phạm Thanh Hoa"));
    assertThat(desk.events(id))
        .last()
        .satisfies(
            event -> {
              assertThat(event.type()).isEqualTo("target-assigned");
              assertThat(event.data()).isEqualTo(Map.of("to", "Phạm Thanh Hoa"));
            });
    services.assignments().assign(id, "", minh());
    assertThat(queue.item(id).assignee()).isNull();
    assertThatThrownBy(() -> services.assignments().assign(id, "nobody", minh()))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.INVALID_REQUEST));
    assertThatThrownBy(() -> services.assignments().assign(id, "hoa", drafted.editor()))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.NOT_PERMITTED));
    services.assignments().setDeadline(id, clock.instant(), drafted.editor());
  }

  @Test
  void views_areEachPersonsOwn() {
    SavedView saved = services.views().save(" Gấp ", WAITING.of(Whose.FREE), hoa);
    assertThat(services.views().list(hoa)).containsExactly(saved);
    assertThat(saved.name()).isEqualTo("Gấp");
    assertThat(services.views().list(minh())).isEmpty();

    SavedView other = services.views().save("Khác", WAITING, hoa);
    services.views().save("Gấp", WAITING.of(Whose.MINE), hoa);
    assertThat(services.views().list(hoa))
        .extracting(SavedView::query)
        .containsExactlyInAnyOrder("state=in-review&whose=mine", "state=in-review");
    services.views().rename(other.id(), "Tất cả", hoa);
    for (Runnable refused :
        List.<Runnable>of(
            () -> services.views().rename(other.id(), "Gấp", hoa),
            () -> services.views().save("  ", WAITING, hoa))) {
      assertThatThrownBy(refused::run)
          .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.INVALID_REQUEST));
    }
    assertThatThrownBy(() -> services.views().delete(other.id(), minh()))
        .satisfies(failure -> assertThat(code(failure)).isEqualTo(ErrorCode.NOT_FOUND));
    services.views().delete(other.id(), hoa);
    assertThat(services.views().list(hoa)).hasSize(1);
  }

  private static ErrorCode code(Throwable failure) {
    return ((GatewayException) failure).code();
  }

  private Optional<UUID> next(Account who) {
    return queue.takeNext(WAITING, who).map(item -> item.target().id());
  }

  private static QueueFilter filter(String name, String value) {
    return QueueFilter.of(asked -> asked.equals(name) ? value : "");
  }

  private List<UUID> waiting() {
    return found(WAITING);
  }

  private List<UUID> found(QueueFilter filter) {
    return queue.page(filter, minh(), 0, 50).items().stream()
        .map(item -> item.target().id())
        .toList();
  }

  private UUID inReview(String title, double similarity, Finding... findings) {
    return inReview(
        drafted.submit(title, "Hội nghị có 0 đại biểu.", "en").get(0), similarity, findings);
  }

  private UUID inReview(Target draft, double similarity, Finding... findings) {
    TranslatedSegment segment =
        new TranslatedSegment(
            "Hội nghị có 0 đại biểu.",
            "0 delegates",
            -0.25,
            similarity,
            List.of(),
            List.of(findings),
            new Provenance("test", "1", "", "starter", false, 12));
    return Translated.inReview(draft, List.of(segment), database, clock);
  }
}
