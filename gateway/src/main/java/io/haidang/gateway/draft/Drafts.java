package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.priority.Priority;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Database;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Takes drafts in and shows where they are.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Drafts {

  private static final int MAX_TITLE = 200;
  private static final int MAX_NOTE = 2_000;

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final TargetScheduler scheduler;
  private final Set<LanguagePair> pairs;
  private final Predicate<TextKind> isServed;
  private final Clock clock;

  /**
   * The door for drafts.
   *
   * @param pairs directions that some model serves
   */
  public Drafts(
      Database database, TargetScheduler scheduler, Set<LanguagePair> pairs, Clock clock) {
    this(database, scheduler, pairs, kind -> pairs.contains(kind.pair()), clock);
  }

  /**
   * A door that lets in what can be translated.
   *
   * @param pairs directions that some engine serves
   * @param isServed whether texts of a kind have an engine that they may reach
   */
  public Drafts(
      Database database,
      TargetScheduler scheduler,
      Set<LanguagePair> pairs,
      Predicate<TextKind> isServed,
      Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.scheduler = scheduler;
    this.pairs = Set.copyOf(pairs);
    this.isServed = isServed;
    this.clock = clock;
  }

  /** Directions that can be asked for. */
  public Set<LanguagePair> pairs() {
    return pairs;
  }

  /**
   * Validates a draft, stores it and its targets in one transaction, and has each translated.
   * Should the process die in between, the next start finds the targets waiting.
   *
   * @return the targets, ordered by language
   */
  public List<Target> submit(NewDraft draft, Account author) {
    author.requireAny(Role.EDITOR, Role.REVIEWER);
    DocumentFormat format = Uploads.format(draft.upload());
    Set<LanguagePair> directions = directions(draft, format);
    Locale source = directions.iterator().next().source();
    SegmentedDocument document = Uploads.read(draft.upload(), format, source);
    Story story =
        new Story(
            UUID.randomUUID(),
            title(draft, document),
            draft.sensitivity(),
            draft.textDate(),
            author,
            author.office(),
            clock.instant());
    ContentDigest digest = database.contents().put(draft.upload().bytes());
    AssetText text = AssetText.of(1, digest, format, draft.upload());
    Asset article =
        new Asset(
            UUID.randomUUID(),
            story.id(),
            AssetKind.ARTICLE,
            story.title(),
            text,
            source,
            story.sensitivity(),
            story.textDate(),
            author,
            Set.of(author.id()),
            story.createdAt());
    TextField.require("note", draft.note(), MAX_NOTE);
    store(story, article, directions, draft).forEach(scheduler::schedule);
    return targets(article.id());
  }

  /** Every draft is a story, though it may never get more than this article. */
  private List<UUID> store(
      Story story, Asset article, Set<LanguagePair> directions, NewDraft draft) {
    return database
        .jdbi()
        .inTransaction(
            handle -> {
              StoryTable.insert(handle, story);
              AssetTable.insert(
                  handle,
                  article.id(),
                  story,
                  article.kind(),
                  article.title(),
                  article.sourceLanguage(),
                  article.author(),
                  article.createdAt());
              RevisionTable.insert(handle, Revision.first(article));
              List<UUID> ids = new ArrayList<>();
              for (LanguagePair pair : directions) {
                ids.add(insert(handle, article, pair.target(), draft));
              }
              return ids;
            });
  }

  private UUID insert(Handle handle, Asset article, Locale language, NewDraft draft) {
    UUID id = UUID.randomUUID();
    int revision = article.text().revision();
    targets.insert(handle, id, article.id(), revision, ProductForm.TRANSLATION, language);
    events.append(
        handle,
        id,
        EventLog.CREATED,
        article.author().displayName(),
        draft.note().isBlank()
            ? Map.of("language", language.toLanguageTag())
            : Map.of("language", language.toLanguageTag(), "comment", draft.note().strip()));
    if (draft.deadline() != null) {
      Priority.setDeadline(handle, id, draft.deadline());
    }
    return id;
  }

  private Set<LanguagePair> directions(NewDraft draft, DocumentFormat format) {
    if (draft.targetLanguages().isEmpty()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "targetLanguages: (none) (expected: at least one)");
    }
    Set<LanguagePair> directions = new LinkedHashSet<>();
    for (String target : draft.targetLanguages()) {
      LanguagePair pair = pair(draft.sourceLanguage(), target);
      if (!pairs.contains(pair)) {
        throw new GatewayException(
            ErrorCode.UNSUPPORTED_PAIR, "pair: " + pair + " (expected: one of " + pairs + ")");
      }
      if (!isServed.test(new TextKind(pair, format, draft.sensitivity()))) {
        throw new GatewayException(
            ErrorCode.UNSUPPORTED_PAIR,
            "pair: " + pair + " (expected: one that a text of this label has an engine for)");
      }
      directions.add(pair);
    }
    return directions;
  }

  private static LanguagePair pair(String source, String target) {
    try {
      LanguagePair pair = LanguagePair.of(source, target);
      requireKnown(pair.source());
      requireKnown(pair.target());
      return pair;
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.UNKNOWN_LANGUAGE,
          "language: unknown (expected: a BCP 47 tag such as vi or en)");
    }
  }

  private static void requireKnown(Locale language) {
    if (language.getDisplayLanguage(Locale.ENGLISH).equals(language.getLanguage())) {
      throw new IllegalArgumentException("no language of that code");
    }
  }

  private static String title(NewDraft draft, SegmentedDocument document) {
    String title = TextField.require("title", draft.title().strip(), MAX_TITLE);
    String chosen = title.isEmpty() ? InlineCodes.strip(document.segments().get(0)) : title;
    return chosen.substring(0, end(chosen));
  }

  /** Never between the halves of a character. */
  private static int end(String title) {
    int end = Math.min(title.length(), MAX_TITLE);
    boolean cutsCharacter =
        end < title.length() && Character.isHighSurrogate(title.charAt(end - 1));
    return cutsCharacter ? end - 1 : end;
  }

  /** The targets of one asset, ordered by language; empty when there is no such asset. */
  public List<Target> targets(UUID asset) {
    return database.jdbi().withHandle(handle -> targets.ofAsset(handle, asset));
  }

  /** The newest drafts' targets that are for a reader, newest first. */
  public List<Target> recent(Account reader, int limit) {
    return database.jdbi().withHandle(handle -> targets.recent(handle, reader, limit));
  }

  /** The targets of the newest drafts of one author, newest first. */
  public List<Target> recentOf(UUID author, int limit) {
    return database.jdbi().withHandle(handle -> targets.recentOf(handle, author, limit));
  }
}
