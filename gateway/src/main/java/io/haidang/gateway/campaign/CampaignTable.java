package io.haidang.gateway.campaign;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.store.Json;
import io.haidang.glossary.ConceptId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Campaigns, their renames and their log. */
final class CampaignTable {

  private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

  private CampaignTable() {}

  static void insert(Handle handle, Campaign campaign) {
    handle
        .createUpdate(
            "insert into campaign (id, concept_id, release, changed_on, state, version, opened_at)"
                + " values (:id, :concept, :release, :changed, :state, :version, :at)")
        .bind("id", campaign.id())
        .bind("concept", campaign.concept().value())
        .bind("release", campaign.release())
        .bind("changed", campaign.changedOn())
        .bind("state", campaign.state().name())
        .bind("version", campaign.version())
        .bind("at", campaign.openedAt().atOffset(ZoneOffset.UTC))
        .execute();
    PreparedBatch renames =
        handle.prepareBatch(
            "insert into campaign_rename (campaign_id, language, old_name, new_name)"
                + " values (:id, :language, :old, :new)");
    for (Rename rename : campaign.renames()) {
      renames
          .bind("id", campaign.id())
          .bind("language", rename.language().toLanguageTag())
          .bind("old", rename.oldName())
          .bind("new", rename.newName())
          .add();
    }
    renames.execute();
  }

  /** Until this transaction ends nobody else begins a campaign for the concept. */
  static void lockConcept(Handle handle, ConceptId concept) {
    handle
        .createQuery("select id from concept where id = :id for update")
        .bind("id", concept.value())
        .mapTo(String.class)
        .findOne();
  }

  /** Whether a campaign for the concept is still going on. */
  static boolean isOpenFor(Handle handle, ConceptId concept) {
    return handle
            .createQuery(
                "select count(*) from campaign where concept_id = :concept and state <> :closed")
            .bind("concept", concept.value())
            .bind("closed", CampaignState.CLOSED.name())
            .mapTo(Integer.class)
            .one()
        > 0;
  }

  static int count(Handle handle) {
    return handle.createQuery("select count(*) from campaign").mapTo(Integer.class).one();
  }

  /** Newest first. */
  static List<Campaign> list(Handle handle, int offset, int limit) {
    return handle
        .createQuery(
            "select * from campaign order by opened_at desc, id limit :limit offset :offset")
        .bind("limit", limit)
        .bind("offset", offset)
        .map((row, context) -> campaign(handle, row))
        .list();
  }

  /**
   * One campaign.
   *
   * @throws GatewayException {@code not-found}
   */
  static Campaign require(Handle handle, UUID id) {
    return handle
        .createQuery("select * from campaign where id = :id")
        .bind("id", id)
        .map((row, context) -> campaign(handle, row))
        .findOne()
        .orElseThrow(() -> new GatewayException(ErrorCode.NOT_FOUND, "campaign: unknown"));
  }

  /** One campaign that nobody else changes before this transaction ends. */
  static Campaign lock(Handle handle, UUID id) {
    handle
        .createQuery("select id from campaign where id = :id for update")
        .bind("id", id)
        .mapTo(UUID.class)
        .findOne();
    return require(handle, id);
  }

  /** Moves a locked campaign on. */
  static void move(Handle handle, Campaign campaign, CampaignState next) {
    handle
        .createUpdate("update campaign set state = :state, version = version + 1 where id = :id")
        .bind("state", next.name())
        .bind("id", campaign.id())
        .execute();
  }

  static void append(
      Handle handle,
      UUID campaign,
      String type,
      String actor,
      OffsetDateTime at,
      Map<String, ?> data) {
    handle
        .createUpdate(
            "insert into campaign_event (campaign_id, type, actor, at, data)"
                + " values (:campaign, :type, :actor, :at, :data)")
        .bind("campaign", campaign)
        .bind("type", type)
        .bind("actor", actor)
        .bind("at", at)
        .bind("data", Json.write(data))
        .execute();
  }

  /** Oldest first. */
  static List<CampaignEvent> events(Handle handle, UUID campaign) {
    return handle
        .createQuery("select * from campaign_event where campaign_id = :id order by id")
        .bind("id", campaign)
        .map(
            (row, context) ->
                new CampaignEvent(
                    row.getString("type"),
                    row.getString("actor"),
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    Json.read(row.getString("data"), DATA)))
        .list();
  }

  private static Campaign campaign(Handle handle, ResultSet row) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    return new Campaign(
        id,
        new ConceptId(row.getString("concept_id")),
        renames(handle, id),
        row.getInt("release"),
        row.getObject("changed_on", LocalDate.class),
        CampaignState.valueOf(row.getString("state")),
        row.getInt("version"),
        row.getObject("opened_at", OffsetDateTime.class).toInstant());
  }

  private static List<Rename> renames(Handle handle, UUID campaign) {
    return handle
        .createQuery("select * from campaign_rename where campaign_id = :id order by language")
        .bind("id", campaign)
        .map(
            (row, context) ->
                new Rename(
                    Locale.forLanguageTag(row.getString("language")),
                    row.getString("old_name"),
                    row.getString("new_name")))
        .list();
  }
}
