package io.haidang.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.NewProducts;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Revision;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.engine.SpeechEngines;
import io.haidang.gateway.jobs.TargetRun;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.review.DecisionWitness;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.SignOff;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.CallContext;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.models.ModelException;
import io.haidang.models.ModelId;
import io.haidang.models.Recording;
import io.haidang.models.SpeechModel;
import io.haidang.models.SpokenPiece;
import io.haidang.summarization.form.FormMakers;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.review.TargetState;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** From a recording to a transcript that people stand for, on every database. */
@OnEveryDatabase
class TranscriptContractTest {

  private static final byte[] FILM = "\0\0\0 ftypisom".getBytes(StandardCharsets.US_ASCII);
  private static final List<SpokenPiece> HEARD =
      List.of(
          new SpokenPiece(
              500, 4_200, "Cảng đã đón 18.500 lượt tàu từ 40 quốc gia.", -0.2, 0.01, 1.3),
          new SpokenPiece(4_200, 9_000, "Sở ngoại vụ sẽ mời các hãng tàu.", -1.4, 0.02, 1.2),
          new SpokenPiece(9_000, 12_000, "Hãy đăng ký kênh. Hãy đăng ký kênh.", -0.3, 0.9, 2.9));

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final Account editor;
  private final Account reviewer;
  private final Deque<UUID> scheduled = new ArrayDeque<>();
  private final Ear ear = new Ear();
  private final StoryServices stories;
  private final ReviewDesk desk;
  private final TargetRun run;
  private UUID story = new UUID(0, 0);

  TranscriptContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    database = store.database();
    TermDesk keepers = TermDesk.in(database, clock);
    Drafted people = Drafted.in(database, scheduled::add, clock);
    editor = people.editor();
    reviewer = people.reviewer();
    StoryNames names = StoryNames.released(database, keepers.terms().released());
    SpeechEngines speech = new SpeechEngines(List.of(ear));
    stories =
        StoryServices.open(database, names, scheduled::add, text -> true, speech::serves, clock);
    desk =
        new ReviewDesk(
            database,
            keepers.terms().released(),
            scheduled::add,
            stories.revisions().transcripts(),
            DecisionWitness.NONE,
            clock);
    Recipes recipes =
        new Recipes(
            database,
            text -> {
              throw new IllegalStateException("nothing is translated here");
            },
            speech,
            wanted -> FormMakers.extractive(),
            clock);
    run = new TargetRun(database, recipes, names, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void recording_writtenDown_isTheTextOnceSomebodyApproves_andSubtitlesFollow() {
    UUID film = begin(Sensitivity.PUBLIC);
    Target transcript = transcribe(film);

    assertThat(transcript.state()).isEqualTo(TargetState.IN_REVIEW);
    List<SegmentView> pieces = desk.segments(transcript.id());
    assertThat(pieces)
        .extracting(SegmentView::source)
        .containsExactly("0:00.5 – 0:04.2", "0:04.2 – 0:09.0", "0:09.0 – 0:12.0");
    assertThat(findings(pieces.get(0))).isEmpty();
    assertThat(findings(pieces.get(1))).containsExactly("speech-unsure");
    assertThat(findings(pieces.get(2))).containsExactly("speech-silence", "speech-repeated");
    assertThat(text(film)).isNull();

    desk.edit(transcript.id(), 1, 1, "Sở Ngoại vụ sẽ mời các hãng tàu.", editor);
    desk.edit(transcript.id(), 2, 1, "", editor);
    assertThat(desk.target(transcript.id()).openWarnings()).isZero();
    approve(transcript.id());

    assertThat(new String(database.contents().bytes(textOf(film).digest()), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            WEBVTT

            00:00:00.500 --> 00:00:04.200
            Cảng đã đón 18.500 lượt tàu từ 40 quốc gia.

            00:00:04.200 --> 00:00:09.000
            Sở Ngoại vụ sẽ mời các hãng tàu.

            """);
    Revision latest = latest(film);
    assertThat(latest.medium()).isNotNull();
    assertThat(latest.author().id()).isEqualTo(editor.id());
    stories
        .products()
        .ask(film, new NewProducts(List.of(ProductForm.SUBTITLES), List.of("vi")), editor);
    work();
    UUID subtitles = product("subtitles").id();
    assertThat(desk.segments(subtitles).toString()).contains("Sở Ngoại vụ");
    approve(subtitles);
  }

  @Test
  void transcript_putRightLater_makesStaleWhatCameFromIt() {
    UUID film = begin(Sensitivity.PUBLIC);
    Target transcript = transcribe(film);
    approve(transcript.id());
    stories
        .products()
        .ask(film, new NewProducts(List.of(ProductForm.SUBTITLES), List.of("vi")), editor);
    work();
    assertThat(product("subtitles").isStale()).isFalse();

    SegmentView first = desk.segments(transcript.id()).get(0);
    desk.edit(
        transcript.id(), 0, first.version(), first.target().replace("18.500", "19.200"), editor);
    assertThat(desk.target(transcript.id()).state()).isEqualTo(TargetState.IN_REVIEW);
    assertThat(product("subtitles").isStale()).isFalse();
    approve(transcript.id());

    assertThat(product("subtitles").isStale()).isTrue();
    assertThat(desk.target(transcript.id()).isStale()).isFalse();
    assertThat(stories.revisions().of(film)).hasSize(3);
    Target stale = product("subtitles");
    stories.products().remake(stale.id(), stale.version(), editor);
    work();
    assertThat(desk.segments(stale.id()).toString()).contains("19.200");
  }

  @Test
  void transcript_approvedAgainAsItWas_isNoNewRevision() {
    UUID film = begin(Sensitivity.PUBLIC);
    Target transcript = transcribe(film);
    approve(transcript.id());
    SegmentView first = desk.segments(transcript.id()).get(0);
    desk.edit(transcript.id(), 0, first.version(), first.target() + " Và nữa.", editor);
    desk.edit(transcript.id(), 0, first.version() + 1, first.target(), editor);

    approve(transcript.id());

    assertThat(stories.revisions().of(film)).hasSize(2);
  }

  @Test
  void run_thatIsInterrupted_asksTheServiceOnce() {
    UUID film = begin(Sensitivity.PUBLIC);
    ask(film);
    UUID transcript = scheduled.remove();
    assertThatThrownBy(() -> run.run(transcript, () -> ear.asked > 0))
        .isInstanceOf(ModelException.Cancelled.class);

    run.run(transcript, () -> false);

    assertThat(ear.asked).isEqualTo(1);
    assertThat(desk.target(transcript).state()).isEqualTo(TargetState.IN_REVIEW);
  }

  @Test
  void service_away_leavesTheProductToBeMadeLater() {
    UUID film = begin(Sensitivity.PUBLIC);
    ask(film);
    UUID transcript = scheduled.remove();
    ear.failure = new ModelException.Unavailable("provider ear: status 503");
    assertThatThrownBy(() -> run.run(transcript, () -> false)).isSameAs(ear.failure);
    assertThat(desk.target(transcript).state()).isEqualTo(TargetState.DRAFT);

    ear.failure = null;
    run.run(transcript, () -> false);

    assertThat(desk.segments(transcript)).hasSize(3);
  }

  @Test
  @Provokes(ErrorCode.NO_SPEECH_ENGINE)
  void confidential_recording_isNotEvenOffered_toAServiceElsewhere() {
    for (Sensitivity label : List.of(Sensitivity.INTERNAL, Sensitivity.SECRET)) {
      UUID film = begin(label);
      assertThatThrownBy(() -> ask(film))
          .isInstanceOfSatisfying(
              GatewayException.class,
              refused -> {
                assertThat(refused.code()).isEqualTo(ErrorCode.NO_SPEECH_ENGINE);
                Provoked.note(refused.code());
              });
    }
    assertThat(ear.asked).isZero();
    ear.locality = Locality.LOCAL;
    assertThat(transcribe(begin(Sensitivity.SECRET)).state()).isEqualTo(TargetState.IN_REVIEW);
    assertThat(ear.reach).isEqualTo(Locality.LOCAL);
  }

  @Test
  void silence_isNoTranscript_thatAnybodyCouldApprove() {
    ear.heard = List.of();
    UUID film = begin(Sensitivity.PUBLIC);
    Target transcript = transcribe(film);

    assertThat(findings(desk.segments(transcript.id()).get(0))).containsExactly("speech-none");
    assertThatThrownBy(() -> approve(transcript.id()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.EMPTY_TEXT));
    assertThat(stories.revisions().of(film)).hasSize(1);
  }

  @Test
  void transcript_ofAnArticle_isRefused_andSoIsAnythingElseOfARecordingWithoutText() {
    UUID film = begin(Sensitivity.PUBLIC);
    UUID article =
        stories.stories().bundle(story).assets().stream()
            .filter(part -> part.kind() == AssetKind.ARTICLE)
            .findFirst()
            .orElseThrow()
            .id();

    assertThatThrownBy(() -> ask(article))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.INVALID_REQUEST));
    for (String form : List.of("subtitles", "headline", "translation")) {
      NewProducts wanted = new NewProducts(List.of(new ProductForm(form)), List.of("en"));
      assertThatThrownBy(() -> stories.products().ask(film, wanted, editor))
          .isInstanceOfSatisfying(
              GatewayException.class,
              refused -> assertThat(refused.code()).isEqualTo(ErrorCode.NOT_FOUND));
    }
  }

  @Test
  void transcript_handedIn_isATextToo_andThePresentOneWins() {
    UUID film = begin(Sensitivity.PUBLIC);
    Target transcript = transcribe(film);
    Upload srt =
        Upload.file(
            "a.srt",
            "1\n00:00:01,000 --> 00:00:02,000\nXin chào.\n".getBytes(StandardCharsets.UTF_8));

    stories.revisions().revise(film, srt, "", editor);
    assertThat(textOf(film).format()).isEqualTo(DocumentFormat.SRT);
    assertThat(latest(film).medium()).isNotNull();
    approve(transcript.id());

    assertThat(textOf(film).format()).isEqualTo(DocumentFormat.VTT);
  }

  @Test
  void transcript_ofOnesOwnRecording_isApprovedBySomebodyElse() {
    UUID film = begin(Sensitivity.PUBLIC, reviewer);
    Target transcript = transcribe(film);

    assertThatThrownBy(() -> approve(transcript.id()))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.AUTHOR_CANNOT_APPROVE));
    assertThat(text(film)).isNull();
  }

  private UUID begin(Sensitivity label) {
    return begin(label, editor);
  }

  /** A story with an article, and a film without a text. */
  private UUID begin(Sensitivity label, Account author) {
    Upload article = Upload.text(DocumentFormat.PLAIN, "Tin về cảng.");
    story =
        stories
            .stories()
            .begin(
                new NewStory("", label, LocalDate.of(2026, 3, 2)),
                new NewAsset(AssetKind.ARTICLE, "", "vi", article, null),
                editor)
            .story()
            .id();
    return stories
        .stories()
        .add(
            story,
            new NewAsset(AssetKind.VIDEO, "", "vi", null, Upload.file("cang.mp4", FILM)),
            author)
        .assets()
        .stream()
        .filter(part -> part.kind() == AssetKind.VIDEO)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private void ask(UUID film) {
    stories
        .products()
        .ask(film, new NewProducts(List.of(ProductForm.TRANSCRIPT), List.of("vi", "en")), editor);
  }

  private Target transcribe(UUID film) {
    ask(film);
    work();
    return product("transcript");
  }

  private void work() {
    while (!scheduled.isEmpty()) {
      run.run(scheduled.remove(), () -> false);
    }
  }

  private Target product(String form) {
    return stories.stories().bundle(story).products().stream()
        .filter(target -> target.form().id().equals(form))
        .findFirst()
        .orElseThrow();
  }

  private void approve(UUID id) {
    SignOff.approve(desk, id, reviewer);
  }

  private Revision latest(UUID film) {
    List<Revision> revisions = stories.revisions().of(film);
    return revisions.get(revisions.size() - 1);
  }

  private @Nullable AssetText text(UUID film) {
    return latest(film).text();
  }

  private AssetText textOf(UUID film) {
    return Objects.requireNonNull(text(film));
  }

  private static List<String> findings(SegmentView view) {
    return view.findings().stream().map(Finding::check).toList();
  }

  /** Hears the same in every recording. */
  private static final class Ear implements SpeechModel {

    private List<SpokenPiece> heard = new ArrayList<>(HEARD);
    private Locality locality = Locality.REMOTE;
    private @Nullable Locality reach;
    private @Nullable ModelException failure;
    private int asked;

    @Override
    public ModelId id() {
      return new ModelId("speech/ear");
    }

    @Override
    public String version() {
      return "test";
    }

    @Override
    public Locality locality() {
      return locality;
    }

    @Override
    public List<SpokenPiece> transcribe(Recording recording, CallContext call) {
      if (failure != null) {
        throw failure;
      }
      assertThat(recording.bytes()).isEqualTo(FILM);
      assertThat(recording.mediaType()).isEqualTo("video/mp4");
      asked++;
      reach = call.reach();
      return heard;
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }
}
