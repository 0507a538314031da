package io.haidang.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.NewProducts;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.StaleReason.Kind;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.jobs.TargetRun;
import io.haidang.gateway.recipe.NotYetException;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.Ruler;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.CallContext;
import io.haidang.summarization.form.FormMakers;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentDiff;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.WordDiff;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.Measure;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One story, many products, one truth, on every database. */
@OnEveryDatabase
class BundleContractTest {

  private static final String CARGO =
      "Sản lượng hàng hóa qua cảng Hải Phòng đạt 112 triệu tấn trong năm nay.";
  private static final String SHIPS = "Cảng đã đón 18.500 lượt tàu từ 40 quốc gia.";

  private static final String ARTICLE =
      String.join(
          "\n",
          "Cảng Hải Phòng đón lượng hàng kỷ lục",
          CARGO,
          SHIPS,
          "Thành phố sẽ khởi công bến cảng mới vào ngày 12 tháng 5 năm 2026.",
          "Dự án có tổng vốn đầu tư 6.425 tỷ đồng và tạo ra 1.200 việc làm.",
          "Bến cảng mới giúp doanh nghiệp rút ngắn thời gian giao hàng.");

  private static final String REVISED = ARTICLE.replace("18.500 lượt tàu", "19.200 lượt tàu");

  private static final List<ProductForm> FORMS =
      List.of(
          ProductForm.TRANSLATION,
          new ProductForm("headline"),
          new ProductForm("standfirst"),
          new ProductForm("key-points"),
          new ProductForm("summary-50"),
          new ProductForm("post-x"));

  private static final List<String> LANGUAGES = List.of("vi", "en", "fr", "de");

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Database database;
  private final TermDesk keepers;
  private final Account editor;
  private final Account reviewer;
  private final Deque<UUID> scheduled = new ArrayDeque<>();
  private final List<String> translated = new ArrayList<>();
  private final StoryServices stories;
  private final ReviewDesk desk;
  private final TargetRun run;

  BundleContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    database = store.database();
    keepers = TermDesk.in(database, clock);
    Drafted people = Drafted.in(database, scheduled::add, clock);
    editor = people.editor();
    reviewer = people.reviewer();
    StoryNames names = StoryNames.released(database, keepers.terms().released());
    stories = StoryServices.open(database, names, scheduled::add, text -> true, clock);
    desk = new ReviewDesk(database, keepers.terms().released(), scheduled::add, clock);
    Recipes recipes =
        new Recipes(database, text -> faithful(), wanted -> FormMakers.extractive(), clock);
    run = new TargetRun(database, recipes, names, clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void oneFigure_changed_makesStaleWhatStatesIt_andRemakingTouchesNothingElse() {
    UUID article = begin();
    askForAll(article);
    assertThat(products()).hasSize(6 * 4 - 1).allMatch(t -> t.state() == TargetState.IN_REVIEW);
    approveAll();
    Map<UUID, List<String>> before = texts();
    Set<UUID> shouldBeStale = stating(before, "18.500", "18,500");
    assertThat(shouldBeStale).hasSizeBetween(4, 22); // The translations, and some forms.

    stories.revisions().revise(article, plain(REVISED), "Số liệu mới của Cảng vụ", editor);

    assertThat(stale()).isEqualTo(shouldBeStale);
    for (UUID product : shouldBeStale) {
      assertThat(reasons(product))
          .filteredOn(reason -> reason.kind() == Kind.FACT_CHANGED)
          .anySatisfy(
              reason -> {
                assertThat(reason.before()).matches("18[.,]500.*");
                assertThat(reason.after()).startsWith("19.200");
              });
    }
    remakeStale();

    assertThat(stale()).isEmpty();
    Map<UUID, List<String>> after = texts();
    for (Target product : products()) {
      UUID id = product.id();
      if (shouldBeStale.contains(id)) {
        assertThat(product.state()).isEqualTo(TargetState.IN_REVIEW);
        List<String> texts = Objects.requireNonNull(after.get(id));
        assertThat(contains(texts, "18.500") || contains(texts, "18,500")).isFalse();
      } else {
        assertThat(product.state()).isEqualTo(TargetState.APPROVED);
        assertThat(after).containsEntry(id, before.get(id));
      }
    }
  }

  @Test
  void translation_remade_keepsWhatPeopleWroteOfOtherSentences() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION), List.of("en"));
    UUID translation = products().get(0).id();
    desk.edit(translation, 1, 1, "A year of 112 million tonnes at the port.", editor);

    stories.revisions().revise(article, plain("Tin mới.\n" + REVISED), "", editor);
    assertThat(reasons(translation))
        .extracting(StaleReason::kind)
        .containsExactlyInAnyOrder(Kind.FACT_CHANGED, Kind.SENTENCE_CHANGED, Kind.SENTENCE_ADDED);
    translated.clear();
    remakeStale();

    assertThat(translated).containsExactlyInAnyOrder("Tin mới.", SHIPS.replace("18.500", "19.200"));
    List<SegmentView> segments = desk.segments(translation);
    assertThat(segments).hasSize(7);
    assertThat(segments.get(2).target()).isEqualTo("A year of 112 million tonnes at the port.");
    assertThat(segments.get(2).version()).isEqualTo(2);
    assertThat(segments).extracting(SegmentView::source).startsWith("Tin mới.").contains(CARGO);
    assertThat(desk.target(translation).segmentsTotal()).isEqualTo(7);
  }

  @Test
  void fact_putRight_isANewRevision_thatMakesStaleWhatStatedIt() {
    UUID article = begin();
    ask(article, FORMS, List.of("vi", "en"));
    String key =
        stories.ledger().of(story).stream()
            .filter(
                entry -> entry.places().stream().anyMatch(p -> p.wording().startsWith("18.500")))
            .findFirst()
            .orElseThrow()
            .key();

    stories.revisions().correct(article, key, "19.200", "", editor);

    assertThat(stories.revisions().of(article)).hasSize(2);
    assertThat(stories.ledger().of(story))
        .noneMatch(entry -> entry.key().equals(key) && entry.isTold());
    assertThat(stale()).isEqualTo(stating(texts(), "18.500", "18,500"));
  }

  @Test
  void wording_changed_withoutAFact_isOnlyForWhatCameFromThatSentence() {
    UUID article = begin();
    ask(article, FORMS, LANGUAGES);
    String last = "Bến cảng mới giúp doanh nghiệp rút ngắn thời gian giao hàng.";

    stories.revisions().revise(article, plain(ARTICLE.replace("rút ngắn", "giảm bớt")), "", editor);

    for (Target product : products()) {
      boolean cameFromIt =
          desk.segments(product.id()).stream().anyMatch(s -> s.origins().contains(5))
              || product.form().isTranslation();
      assertThat(product.isStale())
          .as(product.form() + " " + product.language())
          .isEqualTo(cameFromIt);
    }
    assertThat(last).isSubstringOf(ARTICLE);
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void revisions_compared_tellWhatWasChanged() {
    UUID article = begin();
    stories.revisions().revise(article, plain("Tin mới.\n" + REVISED), "", editor);

    List<SegmentDiff.Change> changes = stories.revisions().changes(article, 1, 2);

    assertThat(changes).extracting(SegmentDiff.Change::before).containsExactly(-1, 2);
    assertThat(changes).extracting(SegmentDiff.Change::after).containsExactly(0, 3);
    assertThat(changes.get(1).parts())
        .contains(
            new WordDiff.Part(WordDiff.Change.REMOVED, "18.500"),
            new WordDiff.Part(WordDiff.Change.ADDED, "19.200"));
    assertThat(Provoked.by(() -> stories.revisions().changes(article, 1, 3)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void post_isMeasuredAsAWhole_asItsCheckDoes() {
    UUID article = begin();
    ask(article, List.of(new ProductForm("post-x")), List.of("vi"));
    Target post = product("post-x", "vi");

    Ruler.Reading present = desk.rulers().of(post).read(0, desk.segment(post.id(), 0).target());
    Ruler.Reading long300 = desk.rulers().of(post).read(0, "Cảng ".repeat(60));
    SegmentView edited = desk.edit(post.id(), 0, 1, "Cảng ".repeat(60), editor);

    assertThat(present.scope()).isEqualTo(Ruler.Scope.PRODUCT);
    assertThat(present.measures()).extracting(Measure::id).containsExactly("x-weight");
    assertThat(present.measures()).noneMatch(Measure::isTooMuch);
    assertThat(long300.measures()).allMatch(Measure::isTooMuch);
    assertThat(edited.findings())
        .filteredOn(finding -> finding.check().equals("form-too-long"))
        .extracting(Finding::expected, Finding::detail)
        .containsExactly(tuple("280", "%.0f".formatted(long300.measures().get(0).value())));
  }

  @Test
  void source_edited_makesStaleWhatWasMadeFromIt() {
    UUID article = begin();
    ask(article, List.of(new ProductForm("headline")), List.of("en", "fr"));
    UUID original = product("headline", "vi").id();

    desk.edit(original, 0, 1, "Cảng Hải Phòng lập kỷ lục", editor);

    assertThat(product("headline", "vi").isStale()).isFalse();
    assertThat(reasons(product("headline", "en").id()))
        .singleElement()
        .satisfies(
            reason -> {
              assertThat(reason.kind()).isEqualTo(Kind.SOURCE_CHANGED);
              assertThat(reason.source()).isEqualTo(original);
              assertThat(reason.after()).isEqualTo("Cảng Hải Phòng lập kỷ lục");
            });
    remakeStale();
    assertThat(desk.segments(product("headline", "fr").id()).get(0).source())
        .isEqualTo("Cảng Hải Phòng lập kỷ lục");
    assertThat(stale()).isEmpty();
  }

  @Test
  @Provokes(ErrorCode.PRODUCT_STALE)
  void stale_product_leavesTheHouseOnlyAfterADecision() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION), List.of("en"));
    approveAll();
    stories.revisions().revise(article, plain(REVISED), "", editor);
    Target stale = products().get(0);

    assertThatThrownBy(() -> stories.bundles().publish(story, List.of(stale.id()), editor))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(ErrorCode.PRODUCT_STALE);
              Provoked.note(refused.code());
            });
    desk.decide(
        stale.id(), new Decision(TargetAction.KEEP, stale.version(), "Bản cũ vẫn đúng"), reviewer);
    stories.bundles().publish(story, List.of(), editor);

    assertThat(products()).extracting(Target::state).containsExactly(TargetState.PUBLISHED);
    assertThat(stories.bundles().publications(story)).hasSize(1);
  }

  @Test
  void fact_thatTheStoryDoesNotTell_blocksApproval() {
    UUID article = begin();
    ask(article, List.of(new ProductForm("standfirst")), List.of("vi"));
    Target product = products().get(0);

    desk.edit(product.id(), 0, 1, "Cảng Hải Phòng đạt 130 triệu tấn hàng hóa.", editor);

    Target edited = desk.target(product.id());
    assertThat(desk.segments(product.id()).get(0).findings())
        .extracting(finding -> finding.check())
        .contains("unsupported-fact");
    assertThatThrownBy(() -> approve(edited))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FINDINGS_OPEN));
  }

  @Test
  void transcript_withTimes_becomesSubtitles_thatFollowIt() {
    begin();
    String spoken =
        "1\n00:00:01,000 --> 00:00:09,000\n"
            + CARGO
            + "\n\n"
            + "2\n00:00:09,500 --> 00:00:14,000\n"
            + SHIPS
            + "\n";
    UUID video = addFilm(spoken);
    ask(video, List.of(ProductForm.SUBTITLES), List.of("en"));

    Target own = product("subtitles", "vi");
    Target english = product("subtitles", "en");
    assertThat(desk.segments(own.id()))
        .isNotEmpty()
        .allSatisfy(
            cue -> {
              assertThat(cue.target().lines()).hasSizeLessThanOrEqualTo(2);
              assertThat(cue.target().lines()).allMatch(line -> line.length() <= 42);
              assertThat(cue.origins()).isNotEmpty();
            });
    String file = text(english);
    assertThat(file).startsWith("1\n00:00:01,000 --> ").contains("18,500 ships");

    String revised = spoken.replace("18.500", "19.200");
    stories
        .revisions()
        .revise(
            video, Upload.file("cang.srt", revised.getBytes(StandardCharsets.UTF_8)), "", editor);
    assertThat(stale()).containsExactlyInAnyOrder(own.id(), english.id());
    remakeStale();

    assertThat(text(product("subtitles", "vi"))).contains("19.200");
    assertThat(text(product("subtitles", "en"))).contains("19,200 ships");
  }

  @Test
  void sentence_saidInTwoWays_isToldUntilAllSayItInOne() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION, new ProductForm("summary-50")), List.of("en"));
    assertThat(stories.consistency().of(story)).isEmpty();
    UUID summary = product("summary-50", "en").id();
    SegmentView sentence =
        desk.segments(summary).stream()
            .filter(segment -> segment.target().contains("112"))
            .findFirst()
            .orElseThrow();

    desk.edit(
        summary, sentence.index(), 1, "Hai Phong handled 112 million tonnes this year.", editor);

    List<Inconsistency> found = stories.consistency().of(story);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).source()).isEqualTo(CARGO);
    assertThat(found.get(0).language()).isEqualTo(Locale.ENGLISH);
    assertThat(found.get(0).renderings())
        .extracting(Inconsistency.Rendering::text)
        .containsExactlyInAnyOrder(
            "Hai Phong handled 112 million tonnes this year.",
            "The port of Hai Phong handled 112 million tonnes this year.");
    UUID translation = product("translation", "en").id();
    desk.edit(translation, 1, 1, "Hai Phong handled 112 million tonnes this year.", editor);
    assertThat(stories.consistency().of(story)).isEmpty();
  }

  @Test
  void voiceOver_ofATranscript_saysWhatDoesNotFit_inEveryLanguage() {
    begin();
    String spoken =
        "1\n00:00:01,000 --> 00:00:09,000\n%s\n\n2\n00:00:09,500 --> 00:00:11,500\n%s\n"
            .formatted(CARGO, SHIPS);
    UUID video = addFilm(spoken);
    ask(video, List.of(ProductForm.VOICE_OVER), List.of("en"));

    Target own = product("voice-over", "vi");
    assertThat(desk.segments(own.id()))
        .extracting(SegmentView::target)
        .containsExactly(CARGO, SHIPS);
    assertThat(checks(own, 0)).isEmpty();
    assertThat(checks(own, 1)).containsExactly("voice-too-long");
    assertThatThrownBy(() -> approve(own))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FINDINGS_OPEN));
    assertThatThrownBy(() -> stories.bundles().voiceOver(own.id(), VoiceFormat.CSV))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.WRONG_STATE));

    desk.edit(own.id(), 1, 1, "Đón 19.000 tàu.", editor);
    assertThat(checks(own, 1)).containsExactly("unsupported-fact");
    desk.edit(own.id(), 1, 2, "Đón 18.500 tàu.", editor);
    assertThat(checks(own, 1)).isEmpty();
    Target english = product("voice-over", "en");
    assertThat(english.isStale()).isTrue();
    remakeStale();
    approve(product("voice-over", "vi"));
    approve(product("voice-over", "en"));

    assertThat(voice(own, VoiceFormat.TEXT))
        .contains("[2] 0:09.5 – 0:11.5, 1.8 s / 2.0 s\nĐón mười tám nghìn năm trăm tàu.");
    assertThat(voice(own, VoiceFormat.CSV)).contains("\r\n2,9.5,11.5,2.0,", "\"Đón 18.500 tàu.\"");
    assertThat(voice(english, VoiceFormat.VTT))
        .startsWith("WEBVTT\n\n00:00:01.000 --> 00:00:09.250\nThe port of Hai Phong handled one");
    assertThat(voice(english, VoiceFormat.JSON)).contains("\"available_s\":8.25");
  }

  @Test
  void voiceOver_ofAnArticle_hasNoTimes_andNamesInFull() {
    begin();
    UUID notice =
        stories
            .stories()
            .add(
                story,
                new NewAsset(
                    AssetKind.FILE, "", "vi", plain("Sáng nay, UBND TP Hải Phòng họp."), null),
                editor)
            .assets()
            .stream()
            .filter(part -> part.kind() == AssetKind.FILE)
            .findFirst()
            .orElseThrow()
            .id();

    ask(notice, List.of(ProductForm.VOICE_OVER), List.of("vi"));

    Target own = product("voice-over", "vi");
    assertThat(own.openErrors()).isZero();
    assertThat(text(own))
        .matches("\\[1] \\d\\.\\d s\nSáng nay, Ủy ban nhân dân thành phố Hải Phòng họp\\.\n");
    assertThat(desk.segments(own.id()).get(0).origins()).containsExactly(0);
  }

  private List<String> checks(Target product, int segment) {
    return desk.segments(product.id()).get(segment).findings().stream()
        .map(finding -> finding.check())
        .toList();
  }

  private String voice(Target product, VoiceFormat format) {
    return new String(
        stories.bundles().voiceOver(product.id(), format).content(), StandardCharsets.UTF_8);
  }

  /** A film with a transcript in SRT. */
  private UUID addFilm(String spoken) {
    Upload film = Upload.file("cang.mp4", "\0\0\0 ftypisom".getBytes(StandardCharsets.US_ASCII));
    Upload transcript = Upload.file("cang.srt", spoken.getBytes(StandardCharsets.UTF_8));
    return stories
        .stories()
        .add(story, new NewAsset(AssetKind.VIDEO, "", "vi", transcript, film), editor)
        .assets()
        .stream()
        .filter(part -> part.kind() == AssetKind.VIDEO)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String text(Target product) {
    return new String(
        new Deliveries(database, clock).file(product).content(), StandardCharsets.UTF_8);
  }

  @Test
  void text_ofAReviewer_isApprovedBySomebodyElse() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION), List.of("en"));
    stories.revisions().revise(article, plain(REVISED), "", reviewer);
    remakeStale();
    Target remade = products().get(0);

    assertThatThrownBy(() -> approve(remade))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.AUTHOR_CANNOT_APPROVE));
  }

  @Test
  void archive_holdsWhatWasSignedOff_andNamesTheRest() throws IOException {
    UUID article = begin();
    ask(article, FORMS, List.of("vi", "en"));
    approve(product("headline", "vi"));

    Map<String, byte[]> files = unzip(stories.bundles().zip(story));

    assertThat(files.keySet())
        .contains(
            "manifest.json",
            "assets/" + article + "/text.txt",
            "products/vi/headline-" + article + ".txt")
        .noneMatch(path -> path.startsWith("products/en/"));
    assertThat(files.get("assets/" + article + "/text.txt"))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(ARTICLE);
    assertThat(files.get("manifest.json"))
        .asString(StandardCharsets.UTF_8)
        .contains("\"sha256\"", "\"leftOut\"", "\"glossaryRelease\":1");
    assertThat(stories.bundles().zip(story)).isEqualTo(stories.bundles().zip(story));
  }

  private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private UUID story = new UUID(0, 0);

  private UUID begin() {
    Bundle bundle =
        stories
            .stories()
            .begin(
                new NewStory("", Sensitivity.INTERNAL, LocalDate.of(2026, 3, 2)),
                new NewAsset(AssetKind.ARTICLE, "", "vi", plain(ARTICLE), null),
                editor);
    story = bundle.story().id();
    return bundle.assets().get(0).id();
  }

  private static Upload plain(String text) {
    return Upload.text(DocumentFormat.PLAIN, text);
  }

  private void askForAll(UUID article) {
    ask(article, FORMS, LANGUAGES);
  }

  private void ask(UUID article, List<ProductForm> forms, List<String> languages) {
    stories.products().ask(article, new NewProducts(forms, languages), editor);
    work();
  }

  /** What workers do, in some order; one that has to wait for another comes back. */
  private void work() {
    while (!scheduled.isEmpty()) {
      UUID next = scheduled.remove();
      try {
        run.run(next, () -> false);
      } catch (NotYetException e) {
        scheduled.add(next);
      }
    }
  }

  private void remakeStale() {
    for (Target product : products()) {
      Target present = desk.target(product.id());
      if (present.isStale()) {
        stories.products().remake(present.id(), present.version(), editor);
        work();
      }
    }
  }

  private List<Target> products() {
    return stories.stories().bundle(story).products();
  }

  private Target product(String form, String language) {
    return products().stream()
        .filter(t -> t.form().id().equals(form))
        .filter(t -> t.language().toLanguageTag().equals(language))
        .findFirst()
        .orElseThrow();
  }

  private Set<UUID> stale() {
    return products().stream().filter(Target::isStale).map(Target::id).collect(Collectors.toSet());
  }

  private List<StaleReason> reasons(UUID product) {
    return stories.products().staleReasons(product);
  }

  private Map<UUID, List<String>> texts() {
    return products().stream()
        .collect(
            Collectors.toMap(
                Target::id, t -> desk.segments(t.id()).stream().map(SegmentView::target).toList()));
  }

  private static Set<UUID> stating(Map<UUID, List<String>> texts, String... figures) {
    return texts.entrySet().stream()
        .filter(e -> List.of(figures).stream().anyMatch(f -> contains(e.getValue(), f)))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  private static boolean contains(Collection<String> texts, String figure) {
    return texts.stream().anyMatch(text -> text.contains(figure));
  }

  private void approveAll() {
    products().forEach(this::approve);
  }

  private void approve(Target target) {
    desk.decide(
        target.id(), new Decision(TargetAction.APPROVE, target.version(), "Đã đọc."), reviewer);
  }

  /** Writes the figures of a sentence as the other language does, and nothing else. */
  private SegmentTranslator faithful() {
    return new SegmentTranslator() {
      @Override
      public List<TranslatedSegment> translate(
          Excerpt excerpt, TranslationContext context, CallContext call) {
        translated.addAll(excerpt.texts());
        return excerpt.texts().stream().map(text -> translation(text, context)).toList();
      }
    };
  }

  private static TranslatedSegment translation(String source, TranslationContext context) {
    String release = context.terms().glossary().release().value();
    return new TranslatedSegment(
        source,
        Rendered.of(source),
        -0.1,
        List.of(),
        new Provenance("scripted", "1", "", release, false, 0));
  }

  /** The sentences of the test in other words. */
  private static final class Rendered {

    private Rendered() {}

    static String of(String source) {
      if (source.contains("Đón 18.500")) {
        return "It received 18,500 ships.";
      }
      if (source.contains("lượt tàu")) {
        return source.contains("19.200")
            ? "The port received 19,200 ships from 40 countries."
            : "The port received 18,500 ships from 40 countries.";
      }
      if (source.contains("112")) {
        return "The port of Hai Phong handled 112 million tonnes this year.";
      }
      if (source.contains("12 tháng 5")) {
        return "The city will begin a new wharf on 12 May 2026.";
      }
      if (source.contains("6.425")) {
        return "The project costs VND 6,425 billion and brings 1,200 jobs.";
      }
      return source.contains("kỷ lục")
          ? "The port of Hai Phong has a record year"
          : "The new wharf helps businesses deliver faster.";
    }
  }
}
