package io.haidang.gateway.library;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.NewProducts;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.jobs.TargetRun;
import io.haidang.gateway.recipe.NotYetException;
import io.haidang.gateway.recipe.Recipes;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.story.Bundle;
import io.haidang.gateway.story.NewAsset;
import io.haidang.gateway.story.NewStory;
import io.haidang.gateway.story.StoryServices;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.gateway.terms.Terminology;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.SignOff;
import io.haidang.gateway.testing.TermDesk;
import io.haidang.models.CallContext;
import io.haidang.summarization.form.FormMakers;
import io.haidang.translation.Excerpt;
import io.haidang.translation.Provenance;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.DocumentFormat;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;

/** People who make, sign off and deliver products, for the tests of what comes after. */
public final class Newsroom {

  public static final ProductForm HEADLINE = new ProductForm("headline");

  public final SettableClock clock;
  public final Account editor;
  public final Account reviewer;
  public final StoryServices stories;
  public final ReviewDesk desk;
  public final LibraryServices library;
  public final Terminology terms;
  private final Deque<UUID> scheduled = new ArrayDeque<>();
  private final TargetRun run;

  public Newsroom(Database database, SettableClock clock) {
    this.clock = clock;
    TermDesk keepers = TermDesk.in(database, clock);
    Drafted people = Drafted.in(database, scheduled::add, clock);
    editor = people.editor();
    reviewer = people.reviewer();
    StoryNames names = StoryNames.released(database, keepers.terms().released());
    terms = keepers.terms();
    stories = StoryServices.open(database, names, scheduled::add, text -> true, clock);
    desk = new ReviewDesk(database, keepers.terms().released(), scheduled::add, clock);
    library = LibraryServices.open(database, new Accounts(database, clock), clock);
    Recipes recipes =
        new Recipes(database, text -> marking(), kind -> FormMakers.extractive(), clock);
    run = new TargetRun(database, recipes, names, clock);
  }

  /** Begins a story with a plain text, and has products of it made. */
  public List<Target> products(
      String text, Sensitivity label, List<ProductForm> forms, String... languages) {
    Bundle bundle =
        stories
            .stories()
            .begin(
                new NewStory("", label, LocalDate.of(2026, 3, 2)),
                new NewAsset(
                    AssetKind.ARTICLE, "", "vi", Upload.text(DocumentFormat.PLAIN, text), null),
                editor);
    UUID article = bundle.assets().get(0).id();
    stories.products().ask(article, new NewProducts(forms, List.of(languages)), editor);
    work();
    return stories.stories().bundle(bundle.story().id()).products();
  }

  /** The translation of a public text into English. */
  public Target translation(String text) {
    return products(text, Sensitivity.PUBLIC, List.of(ProductForm.TRANSLATION), "en").get(0);
  }

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

  public void approve(Target target) {
    SignOff.approve(desk, target.id(), reviewer);
  }

  public void publish(Target target) {
    desk.export(target.id(), editor);
  }

  public void approveAndPublish(Target target) {
    approve(target);
    publish(target);
  }

  /** Writes the language before each sentence. */
  private static SegmentTranslator marking() {
    return new SegmentTranslator() {
      @Override
      public List<TranslatedSegment> translate(
          Excerpt excerpt, TranslationContext context, CallContext call) {
        return excerpt.texts().stream().map(text -> marked(text, context)).toList();
      }
    };
  }

  private static TranslatedSegment marked(String source, TranslationContext context) {
    String language = context.pair().target().toLanguageTag();
    return new TranslatedSegment(
        source,
        language + ": " + source,
        -0.1,
        List.of(),
        new Provenance(
            "scripted", "1", "", context.terms().glossary().release().value(), false, 0));
  }
}
