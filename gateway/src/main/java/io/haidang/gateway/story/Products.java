package io.haidang.gateway.story;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.AssetTable;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.DerivationTable;
import io.haidang.gateway.draft.NewProducts;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.ProductOffer;
import io.haidang.gateway.draft.ProductOffer.Wanted;
import io.haidang.gateway.draft.ProductOrder;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.StaleReason;
import io.haidang.gateway.draft.StaleTable;
import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetScheduler;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.memory.MemoryFeed;
import io.haidang.gateway.review.Permission;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * Asks for products of assets, says why they are stale, and has stale ones made anew.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Products {

  private final Database database;
  private final TargetTable targets;
  private final EventLog events;
  private final TextStates states;
  private final TargetScheduler scheduler;
  private final ProductOffer offer;
  private final Clock clock;

  /**
   * A way to products.
   *
   * @param isServed whether texts of a kind have an engine that they may reach
   * @param hears whether recordings that may go so far have somebody to write them down
   */
  public Products(
      Database database,
      StoryNames names,
      TargetScheduler scheduler,
      Predicate<TextKind> isServed,
      Predicate<Locality> hears,
      Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.events = new EventLog(clock);
    this.states = new TextStates(new Originals(database.contents()), names);
    this.scheduler = scheduler;
    this.offer = new ProductOffer(Set.of(), isServed, hears);
    this.clock = clock;
  }

  /**
   * Asks for products of an asset. Those that are there already stay as they are. A form in another
   * language brings the one in the asset's own along, from which it is made.
   *
   * @return all products of the asset that were asked for
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code unknown-language},
   *     {@code unsupported-pair}, {@code no-speech-engine}, {@code invalid-request} for a form that
   *     there is not
   */
  public List<Target> ask(UUID asset, NewProducts wanted, Account actor) {
    actor.requireAny(Role.EDITOR, Role.REVIEWER);
    Asset source = database.jdbi().withHandle(handle -> AssetTable.requireAny(handle, asset));
    List<Wanted> all = offer.wanted(source, wanted);
    Set<UUID> made = new LinkedHashSet<>();
    List<Target> asked =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  StoryTable.lock(handle, source.story());
                  Asset present = AssetTable.requireAny(handle, asset);
                  ProductOrder order = new ProductOrder(handle, present, actor, clock);
                  List<Target> ordered = all.stream().map(order::ensure).toList();
                  made.addAll(order.made());
                  return ordered;
                });
    made.forEach(scheduler::schedule);
    return asked;
  }

  /** Whether recordings of a label have somebody to write them down. */
  public boolean hears(Sensitivity label) {
    return offer.hears(label);
  }

  /**
   * The sentences of the text that a product was made from, without inline codes; none for one that
   * is made from a recording.
   */
  public List<String> sourceSentences(Target target) {
    if (target.form().isTranscript()) {
      return List.of();
    }
    List<String> segments = states.of(target.asset()).segments();
    return segments.stream().map(InlineCodes::strip).toList();
  }

  /** Why a product is stale, the most telling first; empty when it is up to date. */
  public List<StaleReason> staleReasons(UUID target) {
    return database.jdbi().withHandle(handle -> StaleTable.of(handle, target));
  }

  /**
   * Has what is stale of a product made anew from the present revision, and the product reviewed
   * again. A translation keeps the segments whose sentences read as they did, with what people did
   * to them; a form, and what was turned down, is made as a whole. What it is made from is made
   * first where that is stale or turned down.
   *
   * @param version of the target that the person saw
   * @return the products that are made anew, this one among them
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code stale-version},
   *     {@code wrong-state} when it is neither stale nor turned down
   */
  public List<Target> remake(UUID id, int version, Account actor) {
    Target seen = database.jdbi().withHandle(handle -> targets.require(handle, id));
    Map<Integer, RevisionDiff> diffs = diffs(seen.asset());
    List<Target> remade =
        database
            .jdbi()
            .inTransaction(
                handle -> {
                  Target target = targets.lock(handle, id);
                  Permission.require(TargetAction.REMAKE, target, actor);
                  if (target.version() != version) {
                    throw TargetTable.stale(target);
                  }
                  requireStale(handle, target);
                  Map<UUID, Target> all = new LinkedHashMap<>();
                  remake(handle, target, diffs, actor, all);
                  return List.copyOf(all.values());
                });
    remade.forEach(target -> scheduler.schedule(target.id()));
    return remade;
  }

  private static void requireStale(Handle handle, Target target) {
    if (!isToRemake(handle, target)) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "product: up to date (expected: a stale one, or one turned down)");
    }
  }

  private static boolean isToRemake(Handle handle, Target target) {
    return target.state() == TargetState.REJECTED || !StaleTable.of(handle, target.id()).isEmpty();
  }

  private void remake(
      Handle handle,
      Target target,
      Map<Integer, RevisionDiff> diffs,
      Account actor,
      Map<UUID, Target> remade) {
    for (UUID source : DerivationTable.sources(handle, target.id())) {
      Target made = targets.lock(handle, source);
      if (!remade.containsKey(source) && isToRemake(handle, made)) {
        remake(handle, made, diffs, actor, remade);
      }
    }
    RevisionDiff diff = diffs.get(target.asset().revision());
    if (diff == null) {
      throw TargetTable.stale(target); // A revision came in between.
    }
    Remaking.carry(handle, target, diff);
    MemoryFeed.retire(handle, target.id());
    targets.setRevision(handle, target.id(), diff.after().revision());
    Target moved = targets.move(handle, target, TargetAction.REMAKE, null, null);
    StaleTable.clear(handle, target.id());
    events.append(
        handle,
        target.id(),
        EventLog.REMADE,
        actor.displayName(),
        Map.of(
            "revision",
            diff.after().revision(),
            "kept",
            Remaking.keeps(target) ? diff.kept().size() : 0));
    remade.put(target.id(), moved);
  }

  /** From each revision that products of an asset were made from to the present one. */
  private Map<Integer, RevisionDiff> diffs(Asset seen) {
    Asset asset = database.jdbi().withHandle(handle -> AssetTable.require(handle, seen.id()));
    TextState present = states.of(asset);
    Map<Integer, RevisionDiff> diffs = new LinkedHashMap<>();
    for (AssetText text : bases(asset)) {
      diffs.put(text.revision(), RevisionDiff.between(states.of(asset.with(text)), present));
    }
    return diffs;
  }

  private Set<AssetText> bases(Asset asset) {
    Set<AssetText> bases = new LinkedHashSet<>();
    database.jdbi().withHandle(handle -> targets.ofAsset(handle, asset.id())).stream()
        .filter(target -> !target.form().isTranscript())
        .forEach(target -> bases.add(target.asset().text()));
    return bases;
  }
}
