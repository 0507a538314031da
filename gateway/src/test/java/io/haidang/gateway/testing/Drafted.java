package io.haidang.gateway.testing;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.clientdocs.ClientDocuments;
import io.haidang.gateway.clientdocs.DocumentSignals;
import io.haidang.gateway.draft.Drafts;
import io.haidang.gateway.draft.NewDraft;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.engine.LiveRoutes;
import io.haidang.gateway.engine.RewriteEngines;
import io.haidang.gateway.engine.Rewrites;
import io.haidang.gateway.engine.RouteTable;
import io.haidang.gateway.engine.Texts;
import io.haidang.gateway.limit.Allowances;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.language.LanguageDetectors;
import io.haidang.translation.pipeline.SegmentTranslators;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Drafts for the tests of what comes after.
 *
 * @param editor their author
 * @param reviewer somebody else
 */
public record Drafted(Account editor, Account reviewer, Drafts drafts) {

  /** Drafts in a new database, whose targets are told to {@code scheduler}. */
  public static Drafted in(Database database, TargetScheduler scheduler, Clock clock) {
    Set<LanguagePair> pairs = Set.of(LanguagePair.of("vi", "en"), LanguagePair.of("vi", "ja"));
    return new Drafted(
        TestAccount.in(database, "editor", "Biên tập viên", Role.EDITOR),
        TestAccount.in(database, "reviewer", "Người duyệt", Role.REVIEWER),
        new Drafts(database, scheduler, pairs, clock));
  }

  /** Drafts that nobody is told of. */
  public static Drafts drafts(Database database, Clock clock) {
    return new Drafts(database, target -> {}, Set.of(LanguagePair.of("vi", "en")), clock);
  }

  /** Hands in a plain text to be translated into {@code languages}. */
  public List<Target> submit(String title, String text, String... languages) {
    return submit(title, text, Sensitivity.INTERNAL, languages);
  }

  /** The same under a label. */
  public List<Target> submit(
      String title, String text, Sensitivity sensitivity, String... languages) {
    return drafts.submit(
        new NewDraft(
            title,
            Upload.text(DocumentFormat.PLAIN, text),
            "vi",
            List.of(languages),
            sensitivity,
            LocalDate.of(2026, 3, 2)),
        editor);
  }

  /** Nobody who words texts better, for servers that are not asked to. */
  public static Rewrites noRewrites() {
    return new Rewrites(
        new RewriteEngines(
            LiveRoutes.unchanged(new RouteTable<>(List.of(), List.of())),
            name -> {
              throw new IllegalStateException("a writer without a route");
            }),
        query -> List.of(),
        new Directions(Set.of(), LanguageDetectors.bundled()));
  }

  /** Texts in no language, for servers that are not asked for any. */
  public static Texts noTexts(Supplier<TermEnforcer> terms, Allowances allowances) {
    return new Texts(
        kind -> SegmentTranslators.firstOf(List.of()),
        kind -> true,
        new Directions(Set.of(), LanguageDetectors.bundled()),
        terms,
        allowances);
  }

  /** Documents in no language, for servers that are not asked for any. */
  public static ClientDocuments noDocuments(Database database, Allowances allowances, Clock clock) {
    return new ClientDocuments(
        database,
        new Directions(Set.of(), LanguageDetectors.bundled()),
        kind -> true,
        (glossaries, pair, owner) -> new TermEnforcer(Glossary.starter()),
        allowances,
        document -> {},
        new DocumentSignals(),
        clock);
  }
}
