package io.haidang.gateway.clientdocs;

import io.haidang.gateway.Beginning;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TextKind;
import io.haidang.models.LanguagePair;
import io.haidang.translation.document.DocumentFormat;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Documents of clients in SQL. */
final class DocumentTable {

  private static final String SELECT =
      "select d.id, d.account_id, a.login, d.name, d.source_language, d.target_language, d.format,"
          + " d.sensitivity, d.glossaries, d.text_date, d.state, d.done, d.total, d.characters,"
          + " d.failure, d.created_at from client_document d join account a on a.id = d.account_id ";

  private static final int LONGEST_FAILURE = 1_000;

  private DocumentTable() {}

  static void insert(
      Handle handle, ClientDocument document, String keyDigest, byte[] source, Instant expires) {
    LanguagePair pair = document.kind().pair();
    handle
        .createUpdate(
            "insert into client_document (id, account_id, key_digest, name, source_language,"
                + " target_language, format, sensitivity, glossaries, text_date, state, done, total,"
                + " characters, source, created_at, expires_at) values (:id, :owner, :key, :name,"
                + " :from, :to, :format, :sensitivity, :glossaries, :date, :state, 0, :total,"
                + " :characters, :source, :now, :expires)")
        .bind("id", document.id())
        .bind("owner", document.owner())
        .bind("key", keyDigest)
        .bind("name", document.name())
        .bind("from", pair.source().toLanguageTag())
        .bind("to", pair.target().toLanguageTag())
        .bind("format", document.kind().format().name())
        .bind("sensitivity", document.kind().sensitivity().name())
        .bind(
            "glossaries",
            document.glossaries().stream().map(UUID::toString).collect(Collectors.joining(",")))
        .bind("date", document.textDate())
        .bind("state", document.state().name())
        .bind("total", document.total())
        .bind("characters", document.characters())
        .bind("source", source)
        .bind("now", time(document.createdAt()))
        .bind("expires", time(expires))
        .execute();
  }

  private static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  static Optional<ClientDocument> find(Handle handle, UUID id) {
    return handle
        .createQuery(SELECT + "where d.id = :id")
        .bind("id", id)
        .map((row, context) -> document(row))
        .findOne();
  }

  /** With its key. */
  static Optional<ClientDocument> find(Handle handle, UUID id, String keyDigest, Instant now) {
    return handle
        .createQuery(SELECT + "where d.id = :id and d.key_digest = :key and d.expires_at > :now")
        .bind("id", id)
        .bind("key", keyDigest)
        .bind("now", time(now))
        .map((row, context) -> document(row))
        .findOne();
  }

  private static ClientDocument document(ResultSet row) throws SQLException {
    String glossaries = row.getString("glossaries");
    return new ClientDocument(
        row.getObject("id", UUID.class),
        row.getObject("account_id", UUID.class),
        row.getString("login"),
        row.getString("name"),
        new TextKind(
            LanguagePair.of(row.getString("source_language"), row.getString("target_language")),
            DocumentFormat.valueOf(row.getString("format")),
            Sensitivity.valueOf(row.getString("sensitivity"))),
        Arrays.stream(glossaries.split(",", -1))
            .filter(id -> !id.isEmpty())
            .map(UUID::fromString)
            .toList(),
        row.getObject("text_date", LocalDate.class),
        DocumentState.valueOf(row.getString("state")),
        row.getInt("done"),
        row.getInt("total"),
        row.getLong("characters"),
        Optional.ofNullable(row.getString("failure")),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }

  /** What was handed in; empty when it has been deleted. */
  static Optional<byte[]> source(Handle handle, UUID id) {
    return bytes(handle, id, "source");
  }

  /** The translation; empty unless it is done. */
  static Optional<byte[]> result(Handle handle, UUID id) {
    return bytes(handle, id, "result");
  }

  private static Optional<byte[]> bytes(Handle handle, UUID id, String column) {
    return handle
        .createQuery("select " + column + " from client_document where id = :id")
        .bind("id", id)
        .map((row, context) -> Optional.ofNullable(row.getBytes(1)))
        .findOne()
        .flatMap(bytes -> bytes);
  }

  static void progress(Handle handle, UUID id, int done) {
    handle
        .createUpdate(
            "update client_document set state = 'TRANSLATING', done = :done where id = :id"
                + " and state in ('QUEUED', 'TRANSLATING')")
        .bind("done", done)
        .bind("id", id)
        .execute();
  }

  /** Keeps the translation, and forgets what it was made from. */
  static void finish(Handle handle, UUID id, byte[] result) {
    handle
        .createUpdate(
            "update client_document set state = 'DONE', done = total, result = :result,"
                + " source = null where id = :id and state in ('QUEUED', 'TRANSLATING')")
        .bind("result", result)
        .bind("id", id)
        .execute();
  }

  static void fail(Handle handle, UUID id, String reason) {
    handle
        .createUpdate(
            "update client_document set state = 'FAILED', failure = :reason, source = null"
                + " where id = :id and state in ('QUEUED', 'TRANSLATING')")
        .bind("reason", Beginning.of(reason, LONGEST_FAILURE))
        .bind("id", id)
        .execute();
  }

  /** Never makes it live longer. */
  static void expire(Handle handle, UUID id, Instant at) {
    handle
        .createUpdate(
            "update client_document set expires_at = :at where id = :id and expires_at > :at")
        .bind("at", time(at))
        .bind("id", id)
        .execute();
  }

  /**
   * Those to be translated that no job is of, the oldest first: their process died between storing
   * and scheduling them.
   *
   * @param task name of the jobs
   */
  static List<UUID> forgotten(Handle handle, String task) {
    return handle
        .createQuery(
            "select d.id from client_document d where d.state in ('QUEUED', 'TRANSLATING')"
                + " and not exists (select 1 from document_tasks s where s.task_name = :task"
                + " and s.task_instance = cast(d.id as varchar(100))) order by d.created_at")
        .bind("task", task)
        .mapTo(UUID.class)
        .list();
  }

  static void deleteExpired(Handle handle, Instant now) {
    handle
        .createUpdate("delete from client_document where expires_at <= :now")
        .bind("now", time(now))
        .execute();
  }
}
