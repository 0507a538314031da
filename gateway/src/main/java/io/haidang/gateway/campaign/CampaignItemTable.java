package io.haidang.gateway.campaign;

import io.haidang.gateway.campaign.CampaignItem.Place;
import io.haidang.gateway.campaign.CampaignItem.State;
import io.haidang.glossary.ConceptId;
import io.haidang.translation.review.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The places of a campaign, and those that could be in one. */
final class CampaignItemTable {

  private static final String SEGMENT =
      " s.target_id, s.idx, s.target as text, t.language, t.state as target_state, a.id as asset,"
          + " a.title, a.text_date ";

  private static final String JOINS =
      " join target t on t.id = s.target_id join asset a on a.id = t.asset_id ";

  private static final String ORDER = " order by a.text_date, a.title, a.id, t.language, s.idx";

  private CampaignItemTable() {}

  /**
   * Segments that name the concept, by whatever wording, in the order of the texts' dates; without
   * their exports, which matter once a campaign has them.
   */
  static List<CampaignItem> naming(Handle handle, ConceptId concept) {
    return handle
        .createQuery(
            "select false as selected, 'FOUND' as item_state, '' as reason,"
                + SEGMENT
                + "from segment s"
                + JOINS
                + "where exists (select 1 from term_use u where u.concept_id = :concept"
                + " and u.target_id = s.target_id and u.idx = s.idx)"
                + ORDER)
        .bind("concept", concept.value())
        .map((row, context) -> item(row, Map.of()))
        .list();
  }

  /** The places of a campaign, in the order of the texts' dates. */
  static List<CampaignItem> of(Handle handle, UUID campaign) {
    Map<UUID, List<Instant>> exports = exports(handle, campaign);
    return handle
        .createQuery(
            "select i.selected, i.state as item_state, i.reason,"
                + SEGMENT
                + "from campaign_item i join segment s on s.target_id = i.target_id"
                + " and s.idx = i.idx"
                + JOINS
                + "where i.campaign_id = :campaign"
                + ORDER)
        .bind("campaign", campaign)
        .map((row, context) -> item(row, exports))
        .list();
  }

  private static Map<UUID, List<Instant>> exports(Handle handle, UUID campaign) {
    Map<UUID, List<Instant>> exports = new HashMap<>();
    handle
        .createQuery(
            "select target_id, at from event where type = 'target-published' and target_id in"
                + " (select target_id from campaign_item where campaign_id = :campaign) order by id")
        .bind("campaign", campaign)
        .map(
            (row, context) ->
                Map.entry(
                    row.getObject("target_id", UUID.class),
                    row.getObject("at", OffsetDateTime.class).toInstant()))
        .forEach(
            entry ->
                exports
                    .computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                    .add(entry.getValue()));
    return exports;
  }

  static void insert(Handle handle, UUID campaign, Collection<CampaignItem> items) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into campaign_item (campaign_id, target_id, idx, selected, state, reason)"
                + " values (:campaign, :target, :index, :selected, :state, :reason)");
    for (CampaignItem item : items) {
      batch
          .bind("campaign", campaign)
          .bind("target", item.target())
          .bind("index", item.index())
          .bind("selected", item.selected())
          .bind("state", item.state().name())
          .bind("reason", item.reason())
          .add();
    }
    batch.execute();
  }

  /** Chooses a place or leaves it out; false when the campaign does not have it. */
  static boolean select(Handle handle, UUID campaign, Place place, boolean selected) {
    return handle
            .createUpdate(
                "update campaign_item set selected = :selected where campaign_id = :campaign"
                    + " and target_id = :target and idx = :index")
            .bind("selected", selected)
            .bind("campaign", campaign)
            .bind("target", place.target())
            .bind("index", place.index())
            .execute()
        == 1;
  }

  static void setState(Handle handle, UUID campaign, Place place, State state, String reason) {
    handle
        .createUpdate(
            "update campaign_item set state = :state, reason = :reason where campaign_id = :campaign"
                + " and target_id = :target and idx = :index")
        .bind("state", state.name())
        .bind("reason", reason)
        .bind("campaign", campaign)
        .bind("target", place.target())
        .bind("index", place.index())
        .execute();
  }

  private static CampaignItem item(ResultSet row, Map<UUID, List<Instant>> exports)
      throws SQLException {
    UUID target = row.getObject("target_id", UUID.class);
    return new CampaignItem(
        target,
        row.getObject("asset", UUID.class),
        row.getString("title"),
        Locale.forLanguageTag(row.getString("language")),
        row.getObject("text_date", LocalDate.class),
        TargetState.valueOf(row.getString("target_state")),
        exports.getOrDefault(target, List.of()),
        row.getInt("idx"),
        row.getString("text"),
        row.getBoolean("selected"),
        State.valueOf(row.getString("item_state")),
        row.getString("reason"));
  }
}
