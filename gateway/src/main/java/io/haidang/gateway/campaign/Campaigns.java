package io.haidang.gateway.campaign;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.campaign.CampaignItem.Place;
import io.haidang.gateway.campaign.CampaignItem.State;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.events.EventLog;
import io.haidang.gateway.review.SegmentCorrections;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.terms.Concepts;
import io.haidang.gateway.terms.Proposals;
import io.haidang.gateway.terms.Terminology;
import io.haidang.glossary.ConceptId;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Carries a new official name through what was translated before: lists where the old one stands,
 * writes corrections where that is safe, and has everything reviewed again.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL; never call it on an event
 * loop.
 */
public final class Campaigns {

  private final Database database;
  private final Visibility visibility;
  private final Terminology terms;
  private final CampaignWork work;
  private final EventLog events;
  private final Clock clock;

  public Campaigns(Database database, Terminology terms, Clock clock) {
    this.database = database;
    this.visibility = new Visibility(database);
    this.terms = terms;
    this.work = new CampaignWork(terms.released());
    this.events = new EventLog(clock);
    this.clock = clock;
  }

  /**
   * A campaign and all of its places.
   *
   * @param items in the order of the texts' dates
   * @param events oldest first
   */
  public record Details(
      Campaign campaign, Progress progress, List<CampaignItem> items, List<CampaignEvent> events) {

    public Details {
      items = List.copyOf(items);
      events = List.copyOf(events);
    }
  }

  /**
   * Begins a campaign for a concept that has a successor, or other names than before. Places are
   * chosen where the old name is wrong on the date of the text.
   *
   * @param changedOn first day on which the new name is right; null for what the glossary says
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code wrong-state} when
   *     nothing was renamed or a campaign for it is going on
   */
  public Details open(ConceptId concept, @Nullable LocalDate changedOn, Account actor) {
    actor.require(Role.TERMINOLOGIST);
    Concepts.Details known = terms.concepts().details(concept);
    Renames renames =
        Renames.of(
            known,
            terms.released().glossary(),
            LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    if (known.version() == 0 || renames.list().isEmpty()) { // 0: never in a release.
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "concept: not renamed (expected: a successor, or another name)");
    }
    Campaign campaign =
        new Campaign(
            UUID.randomUUID(),
            concept,
            renames.list(),
            Integer.parseInt(terms.released().glossary().release().value()),
            changedOn == null ? renames.changedOn() : changedOn,
            CampaignState.OPEN,
            1,
            clock.instant());
    database.jdbi().useTransaction(handle -> open(handle, campaign, actor));
    return details(campaign.id(), actor);
  }

  private void open(Handle handle, Campaign campaign, Account actor) {
    CampaignTable.lockConcept(handle, campaign.concept());
    if (CampaignTable.isOpenFor(handle, campaign.concept())) {
      throw new GatewayException(
          ErrorCode.WRONG_STATE, "campaign: going on for this concept (expected: one at a time)");
    }
    List<CampaignItem> items = work.places(handle, campaign);
    CampaignTable.insert(handle, campaign);
    CampaignItemTable.insert(handle, campaign.id(), items);
    long selected = items.stream().filter(CampaignItem::selected).count();
    CampaignTable.append(
        handle,
        campaign.id(),
        "opened",
        actor.displayName(),
        now(),
        Map.of("places", items.size(), "selected", selected));
  }

  /** How many there are. */
  public int count() {
    return database.jdbi().withHandle(CampaignTable::count);
  }

  /** Newest first. */
  public List<Campaign> list(int offset, int limit) {
    return database.jdbi().withHandle(handle -> CampaignTable.list(handle, offset, limit));
  }

  /**
   * One campaign as it is now, without places in texts that are not for the reader; they are
   * counted and renamed like all others.
   *
   * @throws GatewayException {@code not-found}
   */
  public Details details(UUID id, Account reader) {
    Details all = details(id);
    Set<UUID> hidden =
        visibility.hidden(all.items().stream().map(CampaignItem::target).toList(), reader);
    return new Details(
        all.campaign(),
        all.progress(),
        all.items().stream().filter(item -> !hidden.contains(item.target())).toList(),
        all.events());
  }

  private Details details(UUID id) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              Campaign campaign = CampaignTable.require(handle, id);
              List<CampaignItem> items = CampaignItemTable.of(handle, id);
              return new Details(
                  campaign,
                  Progress.of(items, campaign, work.terms()),
                  items,
                  CampaignTable.events(handle, id));
            });
  }

  /**
   * Chooses places or leaves them out.
   *
   * @param version of the campaign that the person saw
   * @throws GatewayException {@code not-permitted}, {@code not-found}, {@code stale-version},
   *     {@code wrong-state}
   */
  public Details select(UUID id, int version, Map<Place, Boolean> choices, Account actor) {
    step(
        id,
        version,
        CampaignAction.SELECT,
        actor,
        (handle, campaign) -> {
          choices.forEach(
              (place, selected) -> {
                if (!CampaignItemTable.select(handle, id, place, selected)) {
                  throw new GatewayException(
                      ErrorCode.NOT_FOUND, "place: unknown (expected: one of the campaign)");
                }
              });
          return Map.of("choices", choices.size());
        });
    return details(id, actor);
  }

  /**
   * Writes corrections into the places that are chosen; what a program cannot be sure of is left to
   * a person. Texts that were approved or delivered return to review.
   *
   * @throws GatewayException as {@link #select}
   */
  public Details prepare(UUID id, int version, Account actor) {
    actor.require(Role.TERMINOLOGIST);
    SegmentCorrections corrections = corrections(id);
    step(
        id,
        version,
        CampaignAction.PREPARE,
        actor,
        (handle, campaign) -> {
          List<CampaignItem> due = due(handle, id);
          List<CampaignItem> prepared =
              due.stream()
                  .filter(item -> work.prepare(handle, campaign, item, corrections, actor))
                  .toList();
          tell(handle, prepared, actor);
          return Map.of("prepared", prepared.size(), "byHand", due.size() - prepared.size());
        });
    return details(id, actor);
  }

  private static List<CampaignItem> due(Handle handle, UUID id) {
    return CampaignItemTable.of(handle, id).stream()
        .filter(item -> item.selected() && item.state() == State.FOUND)
        .toList();
  }

  /** Whoever chooses other places in between makes another version of the campaign. */
  private SegmentCorrections corrections(UUID id) {
    Set<UUID> texts =
        database.jdbi().withHandle(handle -> due(handle, id)).stream()
            .map(CampaignItem::target)
            .collect(toSet());
    return SegmentCorrections.of(texts, database, terms.released(), clock);
  }

  /** Each text has it in its log once, however many of its segments were corrected. */
  private void tell(Handle handle, List<CampaignItem> prepared, Account actor) {
    Map<UUID, Long> segments =
        prepared.stream().collect(groupingBy(CampaignItem::target, TreeMap::new, counting()));
    segments.forEach(
        (target, many) ->
            events.append(
                handle, target, EventLog.RENAMED, actor.displayName(), Map.of("segments", many)));
  }

  /**
   * Ends a campaign, whatever is left of it.
   *
   * @param comment for the record; may be empty
   * @throws GatewayException as {@link #select}, and {@code invalid-request} for an unfit comment
   */
  public Details close(UUID id, int version, String comment, Account actor) {
    TextField.require("comment", comment, Proposals.MAX_COMMENT);
    step(
        id,
        version,
        CampaignAction.CLOSE,
        actor,
        (handle, campaign) -> {
          Progress progress = Progress.of(CampaignItemTable.of(handle, id), campaign, work.terms());
          return Map.of(
              "comment", comment, "selected", progress.selected(), "settled", progress.settled());
        });
    return details(id, actor);
  }

  private void step(UUID id, int version, CampaignAction action, Account actor, Step step) {
    actor.require(Role.TERMINOLOGIST);
    database
        .jdbi()
        .useTransaction(
            handle -> {
              Campaign campaign = CampaignTable.lock(handle, id);
              if (campaign.version() != version) {
                throw new GatewayException(
                    ErrorCode.STALE_VERSION,
                    "version: changed in between (expected: " + campaign.version() + ")",
                    Map.of("currentVersion", campaign.version()));
              }
              CampaignState next = action.from(campaign.state()).orElseThrow(() -> wrong(campaign));
              Map<String, ?> data = step.take(handle, campaign);
              CampaignTable.move(handle, campaign, next);
              CampaignTable.append(
                  handle, id, PublicName.of(action), actor.displayName(), now(), data);
            });
  }

  private static GatewayException wrong(Campaign campaign) {
    String state = PublicName.of(campaign.state());
    return new GatewayException(
        ErrorCode.WRONG_STATE,
        "state: " + state + " (expected: one that allows it)",
        Map.of("state", state));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  /** The work of one step; says what it has done. */
  @FunctionalInterface
  private interface Step {
    Map<String, ?> take(Handle handle, Campaign campaign);
  }
}
