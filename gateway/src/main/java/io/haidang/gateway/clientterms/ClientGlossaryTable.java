package io.haidang.gateway.clientterms;

import io.haidang.gateway.clientterms.ClientGlossary.Direction;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.glossary.io.WordPair;
import io.haidang.glossary.io.WordPairs;
import io.haidang.models.LanguagePair;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Rows of glossaries and of their dictionaries. */
final class ClientGlossaryTable {

  private static final String GLOSSARIES =
      "select g.id, g.owner_id, g.name, g.created_at, d.source_language, d.target_language,"
          + " d.entry_count, d.bytes, d.digest from client_glossary g"
          + " left join client_dictionary d on d.glossary_id = g.id where %s"
          + " order by g.created_at, g.id, d.ordinal";

  private static final String DIRECTION =
      " where glossary_id = :id and source_language = :source and target_language = :target";

  private ClientGlossaryTable() {}

  static int count(Handle handle, UUID owner) {
    return handle
        .createQuery("select count(*) from client_glossary where owner_id = :owner")
        .bind("owner", owner)
        .mapTo(Integer.class)
        .one();
  }

  static void insert(Handle handle, UUID id, UUID owner, String name, Instant now) {
    handle
        .createUpdate(
            "insert into client_glossary (id, owner_id, name, created_at)"
                + " values (:id, :owner, :name, :now)")
        .bind("id", id)
        .bind("owner", owner)
        .bind("name", name)
        .bind("now", now.atOffset(ZoneOffset.UTC))
        .execute();
  }

  /** Until the transaction ends nobody else changes the glossary. */
  static void lock(Handle handle, UUID id) {
    handle
        .createQuery("select id from client_glossary where id = :id for update")
        .bind("id", id)
        .mapTo(UUID.class)
        .list();
  }

  static void rename(Handle handle, UUID id, String name) {
    handle
        .createUpdate("update client_glossary set name = :name where id = :id")
        .bind("id", id)
        .bind("name", name)
        .execute();
  }

  static void delete(Handle handle, UUID id) {
    handle
        .createUpdate("delete from client_dictionary where glossary_id = :id")
        .bind("id", id)
        .execute();
    handle.createUpdate("delete from client_glossary where id = :id").bind("id", id).execute();
  }

  static Optional<ClientGlossary> find(Handle handle, UUID id) {
    return select(handle, "g.id = :id", query -> query.bind("id", id)).stream().findFirst();
  }

  static List<ClientGlossary> ofOwner(Handle handle, UUID owner) {
    return select(handle, "g.owner_id = :owner", query -> query.bind("owner", owner));
  }

  private static List<ClientGlossary> select(
      Handle handle, String condition, UnaryOperator<Query> binding) {
    Map<UUID, ClientGlossary> glossaries = new LinkedHashMap<>();
    binding
        .apply(handle.createQuery(GLOSSARIES.formatted(condition)))
        .map((row, context) -> glossary(row))
        .forEach(row -> glossaries.merge(row.id(), row, ClientGlossaryTable::withMoreDirections));
    return List.copyOf(glossaries.values());
  }

  /** A glossary with the one direction of its row, or none. */
  private static ClientGlossary glossary(ResultSet row) throws SQLException {
    String source = row.getString("source_language");
    List<Direction> directions =
        source == null
            ? List.of()
            : List.of(
                new Direction(
                    LanguagePair.of(source, row.getString("target_language")),
                    row.getInt("entry_count"),
                    row.getLong("bytes"),
                    row.getString("digest")));
    return new ClientGlossary(
        row.getObject("id", UUID.class),
        row.getObject("owner_id", UUID.class),
        row.getString("name"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        directions);
  }

  private static ClientGlossary withMoreDirections(ClientGlossary glossary, ClientGlossary row) {
    List<Direction> directions = new ArrayList<>(glossary.directions());
    directions.addAll(row.directions());
    return new ClientGlossary(
        glossary.id(), glossary.owner(), glossary.name(), glossary.createdAt(), directions);
  }

  static Optional<List<WordPair>> entries(Handle handle, UUID id, LanguagePair pair) {
    return handle
        .createQuery("select entries from client_dictionary" + DIRECTION)
        .bind("id", id)
        .bind("source", pair.source().toLanguageTag())
        .bind("target", pair.target().toLanguageTag())
        .mapTo(String.class)
        .findOne()
        .map(WordPairs::tsv);
  }

  /** A dictionary that is put comes last. */
  static void putDictionary(Handle handle, UUID id, ClientDictionary dictionary) {
    deleteDictionary(handle, id, dictionary.pair());
    byte[] tsv = dictionary.tsv().getBytes(StandardCharsets.UTF_8);
    handle
        .createUpdate(
            "insert into client_dictionary (glossary_id, source_language, target_language, ordinal,"
                + " entries, entry_count, bytes, digest) values (:id, :source, :target,"
                + " (select coalesce(max(ordinal), 0) + 1 from client_dictionary"
                + " where glossary_id = :id), :entries, :count, :bytes, :digest)")
        .bind("id", id)
        .bind("source", dictionary.pair().source().toLanguageTag())
        .bind("target", dictionary.pair().target().toLanguageTag())
        .bind("entries", dictionary.tsv())
        .bind("count", dictionary.entries().size())
        .bind("bytes", (long) tsv.length)
        .bind("digest", ContentDigest.of(tsv).hex())
        .execute();
  }

  static void deleteDictionary(Handle handle, UUID id, LanguagePair pair) {
    handle
        .createUpdate("delete from client_dictionary" + DIRECTION)
        .bind("id", id)
        .bind("source", pair.source().toLanguageTag())
        .bind("target", pair.target().toLanguageTag())
        .execute();
  }
}
