package io.haidang.gateway.story;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.NewProducts;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.jobs.TargetRun;
import io.haidang.gateway.recipe.NotYetException;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.review.Decision;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.CallContext;
import io.haidang.summarization.form.FormMakers;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.review.TargetAction;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;

/** A story about a port, and the people and workers who make products of it. */
abstract class PortStory {

  static final String CARGO =
      "Sản lượng hàng hóa qua cảng Hải Phòng đạt 112 triệu tấn trong năm nay.";
  static final String SHIPS = "Cảng đã đón 18.500 lượt tàu từ 40 quốc gia.";

  static final String ARTICLE =
      String.join(
          "\n",
          "Cảng Hải Phòng đón lượng hàng kỷ lục",
          CARGO,
          SHIPS,
          "Thành phố sẽ khởi công bến cảng mới vào ngày 12 tháng 5 năm 2026.",
          "Dự án có tổng vốn đầu tư 6.425 tỷ đồng và tạo ra 1.200 việc làm.",
          "Bến cảng mới giúp doanh nghiệp rút ngắn thời gian giao hàng.");

  static final String REVISED = ARTICLE.replace("18.500 lượt tàu", "19.200 lượt tàu");

  static final List<ProductForm> FORMS =
      List.of(
          ProductForm.TRANSLATION,
          new ProductForm("headline"),
          new ProductForm("standfirst"),
          new ProductForm("key-points"),
          new ProductForm("summary-50"),
          new ProductForm("post-x"));

  static final List<String> LANGUAGES = List.of("vi", "en", "fr", "de");

  final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  final Database database;
  private final TermDesk keepers;
  final Account editor;
  final Account reviewer;
  private final Deque<UUID> scheduled = new ArrayDeque<>();
  final List<String> translated = new ArrayList<>();
  final StoryServices stories;
  final ReviewDesk desk;
  private final TargetRun run;

  UUID story = new UUID(0, 0);

  PortStory(TestDatabase.Kind kind) {
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

  UUID begin() {
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

  static Upload plain(String text) {
    return Upload.text(DocumentFormat.PLAIN, text);
  }

  void askForAll(UUID article) {
    ask(article, FORMS, LANGUAGES);
  }

  void ask(UUID article, List<ProductForm> forms, List<String> languages) {
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

  void remakeStale() {
    for (Target product : products()) {
      Target present = desk.target(product.id());
      if (present.isStale()) {
        stories.products().remake(present.id(), present.version(), editor);
        work();
      }
    }
  }

  List<Target> products() {
    return stories.stories().bundle(story).products();
  }

  Target product(String form, String language) {
    return products().stream()
        .filter(t -> t.form().id().equals(form))
        .filter(t -> t.language().toLanguageTag().equals(language))
        .findFirst()
        .orElseThrow();
  }

  Set<UUID> stale() {
    return products().stream().filter(Target::isStale).map(Target::id).collect(Collectors.toSet());
  }

  List<StaleReason> reasons(UUID product) {
    return stories.products().staleReasons(product);
  }

  void approve(Target target) {
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
