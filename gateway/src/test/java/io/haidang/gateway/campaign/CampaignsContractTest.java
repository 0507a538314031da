package io.haidang.gateway.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.campaign.CampaignItem.State;
import io.haidang.gateway.campaign.Campaigns.Details;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.TermUses;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.SignOff;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.testing.Translated;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Provenance;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rename campaigns on every database. */
@OnEveryDatabase
class CampaignsContractTest {

  private static final ConceptId LAMP = new ConceptId("lamp");
  private static final Concept OLD = TermDesk.made("lamp", "Trạm Đèn", "Lamp Station");
  private static final Concept NEW = TermDesk.made("lamp", "Trạm Đèn", "Beacon Station");

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final TermDesk keepers;
  private final Drafted drafted;
  private final ReviewDesk desk;
  private final Campaigns campaigns;

  CampaignsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    database = store.database();
    keepers = TermDesk.in(database, clock);
    drafted = Drafted.in(database, target -> {}, clock);
    desk = new ReviewDesk(database, keepers.terms().released(), target -> {}, clock);
    campaigns = new Campaigns(database, keepers.terms(), clock);
    keepers.approve(keepers.propose(OLD));
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void campaign_preparedAndClosed_isWrittenDownStepByStep() {
    UUID id = inReview("The Lamp Station opens.", "It rains.", "Lamp Stations open.");
    desk.decide(id, decision(id, TargetAction.APPROVE), drafted.reviewer());
    rename();

    Details opened = campaigns.open(LAMP, null, keepers.mai());
    assertThat(opened.items()).extracting(CampaignItem::index).containsExactly(0, 2);
    assertThat(opened.items()).allMatch(CampaignItem::selected);
    Details prepared = campaigns.prepare(opened.campaign().id(), 1, keepers.mai());

    assertThat(prepared.items())
        .extracting(CampaignItem::state)
        .containsExactly(State.PREPARED, State.BY_HAND);
    assertThat(prepared.progress()).isEqualTo(new Progress(2, 2, 1, 1, 0, 1, 0));
    assertThat(desk.target(id).state()).isEqualTo(TargetState.IN_REVIEW);
    assertThat(desk.segments(id).get(0).target()).isEqualTo("The Beacon Station opens.");
    desk.decide(id, decision(id, TargetAction.APPROVE), drafted.reviewer());
    Details closed = campaigns.close(opened.campaign().id(), 2, "xong", keepers.mai());
    assertThat(closed.progress().settled()).isEqualTo(1);
    assertThat(closed.events())
        .extracting(CampaignEvent::type)
        .containsExactly("opened", "prepare", "close");
    assertThat(CampaignReport.markdown(closed)).contains("Lamp Station → Beacon Station");
    assertThat(campaigns.list(0, 10)).containsExactly(closed.campaign());
  }

  @Test
  @Provokes({ErrorCode.WRONG_STATE, ErrorCode.STALE_VERSION, ErrorCode.NOT_FOUND})
  void step_thatTheCampaignDoesNotAllow_isRefused() {
    inReview("The Lamp Station opens.");
    assertThat(Provoked.by(() -> campaigns.open(LAMP, null, keepers.mai())).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
    rename();
    UUID id = campaigns.open(LAMP, null, keepers.mai()).campaign().id();

    assertThat(Provoked.by(() -> campaigns.prepare(id, 7, keepers.mai())).code())
        .isEqualTo(ErrorCode.STALE_VERSION);
    assertThat(
            Provoked.by(
                    () ->
                        campaigns.select(
                            id,
                            1,
                            Map.of(new CampaignItem.Place(UUID.randomUUID(), 0), true),
                            keepers.mai()))
                .code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    campaigns.close(id, 1, "", keepers.mai());
    assertThat(Provoked.by(() -> campaigns.prepare(id, 2, keepers.mai())).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
    assertThat(campaigns.open(LAMP, null, keepers.mai()).campaign().state())
        .isEqualTo(CampaignState.OPEN);
  }

  @Test
  @Provokes(ErrorCode.WRONG_STATE)
  void campaign_forANameThatIsOnlyProposed_isRefused() {
    keepers.approve(keepers.propose(TermDesk.made("beacon", "Trạm hải đăng mới", "Beacon")));
    Concept proposed =
        TermDesk.made("old-lamp", "Trạm đèn cũ", "Old Lamp").toBuilder()
            .successor(new ConceptId("beacon"))
            .build();
    keepers.propose(proposed);

    assertThat(Provoked.by(() -> campaigns.open(proposed.id(), null, keepers.mai())).code())
        .isEqualTo(ErrorCode.WRONG_STATE);
  }

  @Test
  @Provokes({ErrorCode.WRONG_STATE, ErrorCode.STALE_VERSION})
  void campaign_openedByTwoAtOnce_isOne() {
    inReview("The Lamp Station opens.");
    rename();

    long opened =
        IntStream.range(0, 4)
            .parallel()
            .filter(
                i -> {
                  try {
                    campaigns.open(LAMP, null, keepers.mai());
                    return true;
                  } catch (GatewayException e) {
                    Provoked.note(e.code());
                    return false;
                  }
                })
            .count();

    assertThat(opened).isEqualTo(1);
    UUID id = campaigns.list(0, 10).get(0).id();
    campaigns.prepare(id, 1, keepers.mai());
    assertThat(Provoked.by(() -> campaigns.prepare(id, 1, keepers.nam())).code())
        .isEqualTo(ErrorCode.STALE_VERSION);
  }

  @Test
  void correction_thatIsTooLongForItsField_isAFinding() {
    String source =
        """
        <xliff version="1.2"><file original="a" source-language="vi" datatype="plaintext"><body>
        <trans-unit id="a" maxwidth="24" size-unit="char"><source>Trạm Đèn mở cửa.</source>\
        </trans-unit></body></file></xliff>
        """;
    NewDraft draft =
        new NewDraft(
            "Draft",
            Upload.file("a.xlf", source.getBytes(StandardCharsets.UTF_8)),
            "vi",
            List.of("en"),
            Sensitivity.INTERNAL,
            LocalDate.of(2026, 3, 2));
    Target target = drafted.drafts().submit(draft, drafted.editor()).get(0);
    UUID id = inReview(target, List.of(segment("The Lamp Station opens.")));
    rename();

    Details opened = campaigns.open(LAMP, null, keepers.mai());
    campaigns.prepare(opened.campaign().id(), 1, keepers.mai());

    assertThat(desk.segments(id).get(0).target()).isEqualTo("The Beacon Station opens.");
    assertThat(desk.segments(id).get(0).findings())
        .extracting(Finding::check)
        .contains("field-length");
  }

  private void rename() {
    keepers.approve(keepers.proposeChange(NEW, 1));
  }

  private Decision decision(UUID id, TargetAction action) {
    if (action == TargetAction.APPROVE) {
      SignOff.acceptErrors(desk, id, drafted.reviewer());
    }
    return new Decision(action, desk.target(id).version(), "read");
  }

  /** A text whose segments name the station, with these translations. */
  private UUID inReview(String... translations) {
    Target target =
        drafted.submit("Draft", "Trạm Đèn mở cửa.\n".repeat(translations.length), "en").get(0);
    return inReview(
        target, List.of(translations).stream().map(CampaignsContractTest::segment).toList());
  }

  private UUID inReview(Target target, List<TranslatedSegment> segments) {
    TranslationContext context =
        new TranslationContext(
            LanguagePair.of("vi", "en"),
            target.asset().textDate(),
            keepers.terms().released().get());
    Translated.inReview(target, segments, database, clock);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              for (int i = 0; i < segments.size(); i++) {
                TermUses.write(
                    handle,
                    target.id(),
                    i,
                    segments.get(i).source(),
                    segments.get(i).target(),
                    context);
              }
            });
    return target.id();
  }

  private static TranslatedSegment segment(String translation) {
    return new TranslatedSegment(
        "Trạm Đèn mở cửa.",
        translation,
        -0.1,
        List.of(),
        new Provenance("engine", "1", "", "2", false, 0));
  }
}
