package io.haidang.gateway.library;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.DeletedTargets;
import io.haidang.gateway.draft.Story;
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.library.LibraryIndex.Found;
import io.haidang.gateway.library.LibraryQuery.Facet;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.store.Database;
import io.haidang.models.SentenceVectors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Everything that was signed off, searchable. The index follows SQL: each search first takes in
 * what changed since the last one, on whatever node it was changed.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; the first search after a
 * start reads everything. Never call it on an event loop.
 */
public final class Library {

  private static final int SIMILAR = 5;

  /** Of hits, of which some may be of the same story. */
  private static final int LOOKED_AT = 40;

  /** Within which a change that has begun is surely written. */
  private static final Duration OVERLAP = Duration.ofSeconds(10);

  private final Database database;
  private final TargetTable targets;
  private final Deliveries deliveries;
  private final EventLog events;
  private final DeletedTargets deleted;
  private final LibraryIndex index = new LibraryIndex();
  private final @Nullable MeaningIndex meanings;

  /** What the index has of products that changed last, by version. */
  private final Map<UUID, Integer> recent = new HashMap<>();

  private Instant seen = Instant.EPOCH;

  /** Renamings of offices that the index knows. */
  private long renamings;

  /**
   * A library.
   *
   * @param encoder tells what texts are about; without one, what is similar shares telling words
   */
  Library(Database database, @Nullable SentenceVectors encoder, Clock clock) {
    this.database = database;
    this.meanings = encoder == null ? null : new MeaningIndex(encoder);
    this.targets = new TargetTable(clock);
    this.deliveries = new Deliveries(database, clock);
    this.events = new EventLog(clock);
    this.deleted = new DeletedTargets(database, clock);
  }

  /**
   * A page of a search.
   *
   * @param total hits on all pages
   * @param facets of all hits, how many of each value
   */
  public record Page(
      long total, List<LibraryEntry> entries, Map<Facet, Map<String, Integer>> facets) {

    public Page {
      entries = List.copyOf(entries);
      facets = Map.copyOf(facets);
    }
  }

  /**
   * What {@code reader} may see of what the query asks for: words as they were typed first, then
   * those that differ by marks only.
   */
  public Page search(LibraryQuery query, Account reader, int offset, int limit) {
    catchUp();
    Found found = index.search(Queries.of(query, reader), offset, limit);
    return new Page(found.total(), entries(found, reader), found.facets());
  }

  /**
   * Entries of other stories about the same, in the language of one: near in meaning, or where no
   * encoder knows the language, with telling words in common.
   */
  public List<LibraryEntry> similar(LibraryEntry entry, Account reader) {
    catchUp();
    if (meanings != null && meanings.serves(entry.target().language())) {
      return others(entry, meanings.near(entry.target().id()), reader);
    }
    Query like = Queries.like(entry, index, reader);
    return others(entry, index.search(like, 0, LOOKED_AT).ids(), reader);
  }

  /** What a story was made into besides is like it and no news. */
  private List<LibraryEntry> others(LibraryEntry entry, List<UUID> ids, Account reader) {
    return entries(ids, reader)
        .filter(other -> !other.story().id().equals(entry.story().id()))
        .limit(SIMILAR)
        .toList();
  }

  /** The index may be behind by a moment, and rights are looked at again. */
  private List<LibraryEntry> entries(Found found, Account reader) {
    return entries(found.ids(), reader).toList();
  }

  private Stream<LibraryEntry> entries(List<UUID> ids, Account reader) {
    return ids.stream()
        .flatMap(id -> find(id).stream())
        .filter(entry -> Visibility.mayRead(reader, entry.story()));
  }

  /**
   * One entry.
   *
   * @throws GatewayException {@code not-found} when it was not signed off or is not for the reader
   */
  public LibraryEntry entry(UUID id, Account reader) {
    return find(id)
        .filter(entry -> Visibility.mayRead(reader, entry.story()))
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "entry: unknown (expected: one of the library)"));
  }

  private Optional<LibraryEntry> find(UUID id) {
    return database
        .jdbi()
        .withHandle(handle -> targets.find(handle, id))
        .filter(target -> target.state().isSignedOff())
        .map(this::entry);
  }

  private LibraryEntry entry(Target target) {
    Story story =
        database.jdbi().withHandle(handle -> StoryTable.require(handle, target.asset().story()));
    return new LibraryEntry(target, story, deliveries.wording(target).published());
  }

  private record Change(UUID id, int version, Instant at) {}

  private synchronized void catchUp() {
    boolean changed = readAnewAfterRenaming();
    for (Change change : changes()) {
      if (!Integer.valueOf(change.version()).equals(recent.put(change.id(), change.version()))) {
        find(change.id()).ifPresentOrElse(this::put, () -> remove(change.id()));
        changed = true;
      }
      seen = change.at().isAfter(seen) ? change.at() : seen;
    }
    for (UUID id : deleted.fresh()) {
      recent.remove(id);
      remove(id);
      changed = true;
    }
    if (changed) {
      index.refresh();
    }
  }

  /** Offices stand in every entry, and no entry changes when one is renamed. */
  private boolean readAnewAfterRenaming() {
    long present =
        database
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select count(*) from office_change")
                        .mapTo(Long.class)
                        .one());
    if (present == renamings) {
      return false;
    }
    renamings = present;
    recent.clear();
    seen = Instant.EPOCH;
    return true;
  }

  /** Leaves nothing of what was deleted in memory. */
  public synchronized void forget() {
    catchUp();
    index.purge();
  }

  private void put(LibraryEntry entry) {
    index.put(entry);
    if (meanings != null) {
      meanings.put(entry);
    }
  }

  private void remove(UUID id) {
    index.remove(id);
    if (meanings != null) {
      meanings.remove(id);
    }
  }

  private List<Change> changes() {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(
                        "select id, version, updated_at from target where updated_at >= :since"
                            + " order by updated_at, id")
                    .bind("since", seen.minus(OVERLAP).atOffset(ZoneOffset.UTC))
                    .map(
                        (row, context) ->
                            new Change(
                                row.getObject("id", UUID.class),
                                row.getInt("version"),
                                row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                    .list());
  }

  /**
   * A passage to be used again, with where it comes from.
   *
   * @param segment of the entry, from 0
   * @param citation for people: title, form, language, who signed it off
   */
  public record Passage(
      LibraryEntry from, int segment, String source, String text, String citation) {}

  /**
   * Takes a passage of an entry for another text, and notes down in the log of the entry who did
   * and what for.
   *
   * @param purpose in the words of whoever takes it; may be empty
   * @throws GatewayException {@code not-found}
   */
  public Passage take(UUID id, int segment, String purpose, ReviewDesk desk, Account reader) {
    LibraryEntry entry = entry(id, reader);
    return desk.segments(id).stream()
        .filter(view -> view.index() == segment)
        .findFirst()
        .map(view -> new Passage(entry, segment, view.source(), view.target(), citation(entry)))
        .map(passage -> noted(passage, purpose, reader))
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "segment: unknown (expected: one of the entry)"));
  }

  private Passage noted(Passage passage, String purpose, Account reader) {
    database
        .jdbi()
        .useTransaction(
            handle ->
                events.append(
                    handle,
                    passage.from().target().id(),
                    EventLog.REUSED,
                    reader.displayName(),
                    Map.of("segment", passage.segment(), "purpose", purpose)));
    return passage;
  }

  private static String citation(LibraryEntry entry) {
    Target target = entry.target();
    return entry.text().title()
        + " ("
        + target.form().id()
        + ", "
        + target.language().toLanguageTag()
        + ", "
        + entry.story().textDate()
        + "; "
        + target.approvedBy()
        + "; urn:uuid:"
        + target.id()
        + " v"
        + target.version()
        + ")";
  }
}
