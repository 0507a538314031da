package io.haidang.gateway.draft;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.ProductOffer.Wanted;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.store.Database;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Takes drafts in and shows where they are.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Drafts {

  private static final int MAX_NOTE = 2_000;

  private final Database database;
  private final TargetTable targets;
  private final TargetScheduler scheduler;
  private final Set<LanguagePair> pairs;
  private final ProductOffer offer;
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
    this.scheduler = scheduler;
    this.pairs = Set.copyOf(pairs);
    this.offer = new ProductOffer(pairs, isServed, reach -> false);
    this.clock = clock;
  }

  /** Directions that can be asked for. */
  public Set<LanguagePair> pairs() {
    return pairs;
  }

  /**
   * Validates a draft, stores it and its products in one transaction, and has each made. Should the
   * process die in between, the next start finds the products waiting. Every draft is a story,
   * though it may never get more than this article.
   *
   * @return the products, ordered by language
   * @throws GatewayException {@code not-permitted}, {@code unknown-language}, {@code
   *     unsupported-pair}, {@code invalid-request}, and what {@link Uploads} says of a text that is
   *     refused
   */
  public List<Target> submit(NewDraft draft, Account author) {
    return submit(UUID.randomUUID(), draft, author);
  }

  /**
   * The same under an id, which is taken in once however often it comes.
   *
   * @param id of the draft
   */
  public List<Target> submit(UUID id, NewDraft draft, Account author) {
    Read read = read(draft, author);
    List<Target> before = targets(id);
    if (!before.isEmpty()) {
      return before;
    }
    Story story =
        new Story(
            UUID.randomUUID(),
            read.title(),
            draft.sensitivity(),
            draft.textDate(),
            author,
            author.office(),
            clock.instant());
    Asset article = asset(id, draft, read, story, AssetKind.ARTICLE, author);
    return store(draft, story, article, handle -> StoryTable.insert(handle, story));
  }

  /**
   * The same for a draft that belongs to a story already, whose label and date it takes.
   *
   * @throws GatewayException also {@code not-found} for the story
   */
  List<Target> add(UUID story, UUID id, NewDraft draft, Account author) {
    Read read = read(draft, author);
    List<Target> before = targets(id);
    if (!before.isEmpty()) {
      return before;
    }
    Story whole = database.jdbi().withHandle(handle -> StoryTable.require(handle, story));
    Asset file = asset(id, draft, read, whole, AssetKind.FILE, author);
    return store(draft, whole, file, handle -> StoryTable.lock(handle, story));
  }

  /** What was read of a draft before anything is kept. */
  private record Read(Locale source, DocumentFormat format, String title) {}

  private static Read read(NewDraft draft, Account author) {
    author.requireAny(Role.EDITOR, Role.REVIEWER);
    TextField.require("note", draft.note(), MAX_NOTE);
    DocumentFormat format = Uploads.format(draft.upload());
    Locale source = LanguageTags.known(draft.sourceLanguage());
    return new Read(source, format, title(draft, Uploads.read(draft.upload(), format, source)));
  }

  private Asset asset(
      UUID id, NewDraft draft, Read read, Story story, AssetKind kind, Account author) {
    ContentDigest digest = ContentDigest.of(draft.upload().bytes());
    return new Asset(
        id,
        story.id(),
        kind,
        read.title(),
        AssetText.of(1, digest, read.format(), draft.upload()),
        read.source(),
        story.sensitivity(),
        story.textDate(),
        author,
        Set.of(author.id()),
        clock.instant());
  }

  private List<Target> store(
      NewDraft draft, Story story, Asset asset, Consumer<Handle> storyFirst) {
    List<Wanted> wanted = offer.wanted(asset, draft.products());
    database.contents().put(draft.upload().bytes());
    Set<UUID> made =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  storyFirst.accept(handle);
                  insert(handle, story, asset);
                  ProductOrder order =
                      new ProductOrder(
                          handle, asset, asset.author(), draft.deadline(), draft.note(), clock);
                  wanted.forEach(order::ensure);
                  return order.made();
                });
    made.forEach(scheduler::schedule);
    return targets(asset.id());
  }

  private static void insert(Handle handle, Story story, Asset asset) {
    AssetTable.insert(
        handle,
        asset.id(),
        story,
        asset.kind(),
        asset.title(),
        asset.sourceLanguage(),
        asset.author(),
        asset.createdAt());
    RevisionTable.insert(handle, Revision.first(asset));
  }

  private static String title(NewDraft draft, SegmentedDocument document) {
    String title = TextField.require("title", draft.title().strip(), Titles.MOST);
    String chosen = title.isEmpty() ? InlineCodes.strip(document.segments().get(0)) : title;
    return Titles.cut(chosen);
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
