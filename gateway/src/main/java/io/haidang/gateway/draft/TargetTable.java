package io.haidang.gateway.draft;

import io.haidang.gateway.Beginning;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.priority.Priority;
import io.haidang.gateway.priority.Risk;
import io.haidang.translation.review.SegmentState;
import io.haidang.translation.review.TargetAction;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/**
 * Translations and their states. Every change names the version it saw; when that is no longer the
 * present one, somebody else was faster and nothing is changed.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class TargetTable {

  private static final int LONGEST_FAILURE = 1_000;

  private static final RowMapper<Target> MAPPER = (row, context) -> TargetRow.target(row);

  private final Clock clock;

  public TargetTable(Clock clock) {
    this.clock = clock;
  }

  /**
   * Adds a product that is still to be made.
   *
   * @param revision of the asset that it is to be made from
   */
  public void insert(
      Handle handle, UUID id, UUID asset, int revision, ProductForm form, Locale language) {
    handle
        .createUpdate(
            "insert into target (id, asset_id, revision, form, language, state, version,"
                + " segments_total, updated_at, state_since, read_by)"
                + " values (:id, :asset, :revision, :form, :language, :state, 1, 0, :now, :now,"
                + " :readBy)")
        .bind("id", id)
        .bind("asset", asset)
        .bind("revision", revision)
        .bind("form", form.id())
        .bind("language", language.toLanguageTag())
        .bind("state", TargetState.DRAFT.name())
        .bind("now", now())
        .bind("readBy", now().plus(Risk.PATIENCE))
        .execute();
  }

  /** Some targets, in no order. */
  public List<Target> all(Handle handle, Collection<UUID> ids) {
    return ids.isEmpty()
        ? List.of()
        : list(handle.createQuery(TargetRow.SELECT + "where t.id in (<ids>)").bindList("ids", ids));
  }

  public Optional<Target> find(Handle handle, UUID id) {
    return handle
        .createQuery(TargetRow.SELECT + "where t.id = :id")
        .bind("id", id)
        .map(MAPPER)
        .findOne();
  }

  /**
   * One target.
   *
   * @throws GatewayException {@code not-found}
   */
  public Target require(Handle handle, UUID id) {
    return find(handle, id)
        .orElseThrow(
            () ->
                new GatewayException(
                    ErrorCode.NOT_FOUND, "target: " + id + " (expected: a known one)"));
  }

  /**
   * One target that nobody else changes before this transaction ends; whoever comes second waits
   * and then sees what the first has done.
   *
   * @throws GatewayException {@code not-found}
   */
  public Target lock(Handle handle, UUID id) {
    handle
        .createQuery("select id from target where id = :id for update")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
    return require(handle, id);
  }

  /** By language and form. */
  public List<Target> ofAsset(Handle handle, UUID asset) {
    return list(
        handle
            .createQuery(TargetRow.SELECT + "where t.asset_id = :asset order by t.language, t.form")
            .bind("asset", asset));
  }

  /** The products of a story, by asset in the order of their making, form and language. */
  public List<Target> ofStory(Handle handle, UUID story) {
    return list(
        handle
            .createQuery(
                TargetRow.SELECT
                    + "where a.story_id = :story"
                    + " order by a.created_at, a.id, t.form, t.language")
            .bind("story", story));
  }

  List<Target> recent(Handle handle, Account reader, int limit) {
    return list(
        Visibility.bind(
                handle.createQuery(
                    TargetRow.SELECT
                        + "where "
                        + Visibility.condition("a.story_id")
                        + " order by a.created_at desc, t.language limit :limit"),
                reader)
            .bind("limit", limit));
  }

  List<Target> recentOf(Handle handle, UUID author, int limit) {
    return list(
        handle
            .createQuery(
                TargetRow.SELECT
                    + "where a.author_id = :author"
                    + " order by a.created_at desc, t.language limit :limit")
            .bind("author", author)
            .bind("limit", limit));
  }

  /** Those of the whole house, for its own machines; those that have waited longest first. */
  public List<Target> inStates(Handle handle, Set<TargetState> states) {
    return list(
        handle
            .createQuery(
                TargetRow.SELECT + "where t.state in (<states>) order by t.updated_at, t.id")
            .bindList("states", states.stream().map(TargetState::name).toList()));
  }

  /** Those in review for a reader of which every segment came from the memory, oldest first. */
  public List<Target> ofMemory(Handle handle, Account reader, int limit) {
    return list(
        Visibility.bind(
                handle.createQuery(
                    TargetRow.SELECT
                        + "where t.state = :state and "
                        + Visibility.condition("a.story_id")
                        + " and exists (select 1 from segment s where s.target_id = t.id)"
                        + " and not exists (select 1 from segment s where s.target_id = t.id"
                        + " and (s.state not in (:matched, :confirmed) or s.errors > 0"
                        + " or s.warnings > 0 or s.target <> s.machine))"
                        + " order by t.updated_at, t.id limit :limit"),
                reader)
            .bind("state", TargetState.IN_REVIEW.name())
            .bind("matched", SegmentState.MATCHED.name())
            .bind("confirmed", SegmentState.CONFIRMED.name())
            .bind("limit", limit));
  }

  /** Notes down who hands a product in again, so that they are not the one to sign it off. */
  public void setSubmitter(Handle handle, UUID id, UUID person) {
    handle.execute("update target set submitter_id = ? where id = ?", person, id);
  }

  /** Notes down that a product goes with another revision of its asset. */
  public void setRevision(Handle handle, UUID id, int revision) {
    handle.execute("update target set revision = ? where id = ?", revision, id);
  }

  public void setTotal(Handle handle, UUID id, int segments) {
    handle
        .createUpdate("update target set segments_total = :total, updated_at = :now where id = :id")
        .bind("total", segments)
        .bind("now", now())
        .bind("id", id)
        .execute();
  }

  /**
   * Takes a step of the transition table.
   *
   * @param seen the target as the caller saw it
   * @param failure why, for a step to {@code FAILED}; the beginning is kept of a long one
   * @param approver who signs off, for a step to {@code APPROVED}
   * @throws GatewayException {@code wrong-state}, {@code stale-version}
   */
  public Target move(
      Handle handle,
      Target seen,
      TargetAction action,
      @Nullable String failure,
      @Nullable UUID approver) {
    TargetState next =
        action
            .from(seen.state())
            .orElseThrow(
                () ->
                    new GatewayException(
                        ErrorCode.WRONG_STATE,
                        "state: "
                            + PublicName.of(seen.state())
                            + " (expected: one that allows "
                            + PublicName.of(action)
                            + ")",
                        Map.of("state", PublicName.of(seen.state()))));
    int changed =
        handle
            .createUpdate(
                "update target set state = :state, version = version + 1, failure = :failure,"
                    + " approver_id = case when :keep then approver_id else cast(:approver as uuid) end,"
                    + " submitter_id = case when :anew then null else submitter_id end,"
                    + " updated_at = :now where id = :id and version = :version")
            .bind("anew", next == TargetState.DRAFT)
            .bind("state", next.name())
            .bind("failure", failure == null ? null : Beginning.of(failure, LONGEST_FAILURE))
            .bind("keep", next == TargetState.PUBLISHED || action == TargetAction.KEEP)
            .bindByType("approver", approver, UUID.class)
            .bind("now", now())
            .bind("id", seen.id())
            .bind("version", seen.version())
            .execute();
    if (changed == 0) {
      throw stale(require(handle, seen.id()));
    }
    if (next == seen.state()) {
      Priority.refresh(handle, seen.id());
    } else {
      Priority.enter(handle, seen.id(), clock.instant());
    }
    return require(handle, seen.id());
  }

  /** Tells the caller what the present version is. */
  public static GatewayException stale(Target present) {
    return new GatewayException(
        ErrorCode.STALE_VERSION,
        "version: changed in between (expected: " + present.version() + ")",
        Map.of("currentVersion", present.version(), "state", PublicName.of(present.state())));
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static List<Target> list(Query query) {
    return query.map(MAPPER).list();
  }
}
