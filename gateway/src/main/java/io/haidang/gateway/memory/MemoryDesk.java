package io.haidang.gateway.memory;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.memory.MemoryImport.Report;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.TermReleases;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.memory.Concordance;
import io.haidang.translation.memory.CurrentNames;
import io.haidang.translation.memory.MemoryEntry;
import io.haidang.translation.memory.MemoryIndex.Hits;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryOrigin;
import io.haidang.translation.memory.MemoryQuery;
import io.haidang.translation.review.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What people do with the memory: look up, search, take in, give out, delete.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL and files; never call it
 * on an event loop.
 */
public final class MemoryDesk {

  private final Database database;
  private final Visibility visibility;
  private final DeskMemory memory;
  private final TermReleases terms;
  private final Clock clock;

  /**
   * A desk.
   *
   * @param terms the official names to judge matches by now
   */
  public MemoryDesk(Database database, DeskMemory memory, TermReleases terms, Clock clock) {
    this.database = database;
    this.visibility = new Visibility(database);
    this.memory = memory;
    this.terms = terms;
    this.clock = clock;
  }

  /** The number of the latest change; whatever is found is the same until the next one. */
  public long latestChange() {
    return database.jdbi().withHandle(MemoryTable::head).change();
  }

  /**
   * A page of entries.
   *
   * @param total how many there are on all pages
   */
  public record Page(long total, List<MemoryEntry> entries) {

    public Page {
      entries = List.copyOf(entries);
    }
  }

  /** What the memory holds of a direction and origin. */
  public record Count(LanguagePair pair, MemoryOrigin.Kind kind, long entries) {}

  /**
   * What the memory holds.
   *
   * @param behind changes that the index of this node has yet to take in
   */
  public record Stats(List<Count> counts, long indexed, long behind) {

    public Stats {
      counts = List.copyOf(counts);
    }

    /** All entries. */
    public long entries() {
      return counts.stream().mapToLong(Count::entries).sum();
    }
  }

  /** Matches for any text that are for a reader, judged by the names of today; best first. */
  public List<MemoryMatch> lookUp(MemoryQuery query, Account reader) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    TranslationContext context = new TranslationContext(query.pair(), today, terms.get());
    return CurrentNames.judge(
        readable(memory.find(query), MemoryMatch::entry, reader), query.source(), context);
  }

  /**
   * Matches for a segment of a translation, but for the translation itself; best first.
   *
   * @param most 1 to {@value MemoryQuery#MOST_MATCHES}
   * @throws GatewayException {@code not-found}
   */
  public List<MemoryMatch> matches(UUID target, int index, int most, Account reader) {
    Target translation =
        database.jdbi().withHandle(handle -> new TargetTable(clock).require(handle, target));
    List<String> around = around(target, index);
    LanguagePair pair =
        new LanguagePair(translation.asset().sourceLanguage(), translation.language());
    MemoryQuery query =
        new MemoryQuery(
            pair,
            around.get(1),
            around.get(0),
            around.get(2),
            "",
            Labels.visibleTo(translation.asset().sensitivity()),
            MemoryQuery.LEAST_SCORE,
            MemoryQuery.MOST_MATCHES);
    TranslationContext context =
        new TranslationContext(pair, translation.asset().textDate(), terms.get());
    List<MemoryMatch> found = readable(memory.find(query), MemoryMatch::entry, reader);
    return CurrentNames.judge(found, query.source(), context).stream()
        .filter(match -> !match.entry().origin().document().equals(target.toString()))
        .limit(most)
        .toList();
  }

  /**
   * The source of a segment.
   *
   * @throws GatewayException {@code not-found}
   */
  public String source(UUID target, int index) {
    return around(target, index).get(1);
  }

  private List<String> around(UUID target, int index) {
    List<String> around =
        database.jdbi().withHandle(handle -> MemoryFeed.around(handle, target, index));
    if (around.isEmpty()) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "segment: " + index + " (expected: one of the target)");
    }
    return around;
  }

  /** Entries for a reader with words side by side in source or target, the newest first. */
  public Page search(Concordance search, Account reader) {
    Page all = search(search);
    return new Page(all.total(), readable(all.entries(), entry -> entry, reader));
  }

  /** The same for whoever runs the machine. */
  public Page search(Concordance search) {
    Hits hits = memory.index().search(search);
    List<MemoryEntry> found =
        new ArrayList<>(database.jdbi().withHandle(handle -> MemoryTable.all(handle, hits.ids())));
    found.sort(Comparator.comparingLong(MemoryEntry::id).reversed());
    return new Page(hits.total(), found);
  }

  /** Those that come from no text that is not for the reader. */
  private <T> List<T> readable(List<T> found, Function<T, MemoryEntry> entry, Account reader) {
    Map<T, UUID> texts = new LinkedHashMap<>();
    for (T each : found) {
      if (entry.apply(each).label().equals(Sensitivity.SECRET.name())) {
        text(entry.apply(each)).ifPresent(text -> texts.put(each, text));
      }
    }
    Set<UUID> hidden = visibility.hidden(texts.values(), reader);
    return found.stream()
        .filter(each -> !texts.containsKey(each) || !hidden.contains(texts.get(each)))
        .toList();
  }

  /** The translation that an entry comes from; empty for one of a file. */
  private static Optional<UUID> text(MemoryEntry entry) {
    return entry.origin().kind() == MemoryOrigin.Kind.APPROVED
        ? Optional.of(UUID.fromString(entry.origin().document()))
        : Optional.empty();
  }

  /**
   * Takes an entry out, for good.
   *
   * @throws GatewayException {@code not-found}, {@code not-permitted} unless the account keeps the
   *     official names or the accounts
   */
  public void delete(long id, Account account) {
    requireKeeper(account);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              if (MemoryTable.all(handle, List.of(id)).isEmpty()) {
                throw new GatewayException(
                    ErrorCode.NOT_FOUND, "entry: " + id + " (expected: one in force)");
              }
              MemoryTable.withdraw(handle, List.of(id));
            });
  }

  /**
   * Takes a TMX file in.
   *
   * @throws GatewayException {@code not-permitted}, {@code unreadable-memory}
   */
  public Report takeIn(InputStream file, ImportChoice choice, Account account) {
    requireKeeper(account);
    try {
      return new MemoryImport(database, choice, clock, units -> {}).run(file);
    } finally {
      memory.follower().start();
    }
  }

  /**
   * Writes entries as TMX 1.4b, the oldest first.
   *
   * @param pair of that direction only; null for all
   * @throws GatewayException {@code not-permitted}
   */
  public void giveOut(@Nullable LanguagePair pair, OutputStream file, Account account)
      throws IOException {
    requireKeeper(account);
    MemoryExport.write(database, pair, Labels.ALL, file, written -> {});
  }

  public Stats stats() {
    return new Stats(
        database.jdbi().withHandle(MemoryTable::counts),
        memory.index().size(),
        memory.follower().behind());
  }

  private static void requireKeeper(Account account) {
    account.requireAny(Role.TERMINOLOGIST, Role.ADMIN);
  }

  /** The label of a file of which nobody says how confidential it is. */
  public static Sensitivity usualLabel() {
    return Sensitivity.INTERNAL;
  }
}
