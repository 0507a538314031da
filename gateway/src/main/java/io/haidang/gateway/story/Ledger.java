package io.haidang.gateway.story;

import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.AssetTable;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.RevisionTable;
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.ProductSegment;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.story.LedgerEntry.Place;
import io.haidang.gateway.story.LedgerEntry.Statement;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.translation.fact.Fact;
import io.haidang.translation.fact.FactKind;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The facts of a story, and which product states which. Read anew from the texts each time, so that
 * it is never older than they are.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and computes for as long
 * as the texts are; never call it on an event loop.
 */
public final class Ledger {

  private final Database database;
  private final TargetTable targets;
  private final TextStates states;

  public Ledger(Database database, StoryNames names, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.states = new TextStates(new Originals(database.contents()), names);
  }

  /**
   * The facts that the texts of a story state as they are now, in reading order, then those that
   * only products state.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-found}
   */
  public List<LedgerEntry> of(UUID story) {
    Map<String, Lines> lines = new LinkedHashMap<>();
    Map<UUID, TextState> texts = new HashMap<>();
    for (Asset asset : assets(story)) {
      TextState text = states.of(asset);
      texts.put(asset.id(), text);
      for (Fact fact : text.facts().facts()) {
        if (fact.firm()) {
          lines.computeIfAbsent(fact.key(), key -> new Lines(fact)).places.add(place(asset, fact));
        }
      }
    }
    for (Target target : products(story)) {
      for (Fact fact : stated(target)) {
        if (fact.firm()) {
          String told = lines.containsKey(fact.key()) ? fact.key() : told(texts, target, fact);
          lines
              .computeIfAbsent(told, key -> new Lines(fact))
              .statements
              .add(statement(target, fact));
        }
      }
    }
    return lines.values().stream().map(Lines::entry).toList();
  }

  /**
   * The key of the story's fact that a product states in other terms, such as {@code 18,500
   * vessels} for 18,500 calls; its own when no text tells it.
   */
  private static String told(Map<UUID, TextState> texts, Target target, Fact claim) {
    TextState text = texts.get(target.asset().id());
    return text == null
        ? claim.key()
        : text.facts().facts().stream()
            .filter(fact -> fact.firm() && text.tells(fact, claim))
            .map(Fact::key)
            .findFirst()
            .orElse(claim.key());
  }

  private static final class Lines {

    private final FactKind kind;
    private final String key;
    private final String value;
    private final List<Place> places = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();

    Lines(Fact fact) {
      this.kind = fact.kind();
      this.key = fact.key();
      this.value = fact.value();
    }

    LedgerEntry entry() {
      return new LedgerEntry(key, kind, value, places, statements);
    }
  }

  private static Place place(Asset asset, Fact fact) {
    return new Place(
        asset.id(), fact.segment(), fact.span().start(), fact.span().end(), fact.wording());
  }

  private static Statement statement(Target target, Fact fact) {
    return new Statement(
        target.id(), target.form(), target.language(), fact.segment(), fact.wording());
  }

  private List<Asset> assets(UUID story) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              StoryTable.require(handle, story);
              return AssetTable.ofStory(handle, story).stream()
                  .filter(row -> hasText(handle, row.id()))
                  .map(row -> AssetTable.require(handle, row.id()))
                  .toList();
            });
  }

  private static boolean hasText(Handle handle, UUID asset) {
    return RevisionTable.latest(handle, asset).text() != null;
  }

  private List<Target> products(UUID story) {
    return database.jdbi().withHandle(handle -> targets.ofStory(handle, story));
  }

  /** Hashtags are names run together, which state nothing of their own. */
  private static String stated(ProductSegment segment) {
    return switch (segment.role()) {
      case LINK, HASHTAGS -> "";
      default -> segment.plain();
    };
  }

  private List<Fact> stated(Target target) {
    List<ProductSegment> segments =
        database.jdbi().withHandle(handle -> SegmentTable.product(handle, target.id()));
    return states
        .extractor(target.asset())
        .extract(
            segments.stream().map(Ledger::stated).toList(),
            target.language(),
            target.asset().textDate());
  }
}
