package io.haidang.gateway.review;

import com.fasterxml.jackson.core.type.TypeReference;
import io.haidang.gateway.engine.SpeechEngines.Heard;
import io.haidang.gateway.store.Json;
import io.haidang.models.SpokenPiece;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What speech services heard, kept as they answered: the times of transcripts, and no second bill
 * for a run that is resumed.
 *
 * <p><b>Thread-safety:</b> no state. <b>Blocking:</b> SQL.
 */
public final class HeardTable {

  private static final TypeReference<List<SpokenPiece>> PIECES = new TypeReference<>() {};

  private HeardTable() {}

  public static void insert(Handle handle, UUID transcript, Heard heard, Instant now) {
    handle.execute(
        "insert into heard (target_id, pieces, engine, version, at) values (?, ?, ?, ?, ?)",
        transcript,
        Json.write(heard.pieces()),
        heard.engine(),
        heard.version(),
        now.atOffset(ZoneOffset.UTC));
  }

  /** Empty until a service has answered. */
  public static Optional<Heard> find(Handle handle, UUID transcript) {
    return handle
        .createQuery("select pieces, engine, version from heard where target_id = :id")
        .bind("id", transcript)
        .map(
            (row, context) ->
                new Heard(
                    Json.read(row.getString("pieces"), PIECES),
                    row.getString("engine"),
                    row.getString("version")))
        .findOne();
  }
}
