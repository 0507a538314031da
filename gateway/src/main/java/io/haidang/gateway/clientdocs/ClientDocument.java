package io.haidang.gateway.clientdocs;

import io.haidang.gateway.draft.TextKind;
import io.haidang.translation.document.DocumentFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A document of a client.
 *
 * @param owner account that handed it in
 * @param login of the owner
 * @param name of the file, as the client called it
 * @param kind direction, format and label
 * @param done segments translated
 * @param total segments in all
 * @param characters of its text, in code points
 * @param failure why there will be no translation; empty unless that is its state
 */
public record ClientDocument(
    UUID id,
    UUID owner,
    String login,
    String name,
    TextKind kind,
    List<UUID> glossaries,
    LocalDate textDate,
    DocumentState state,
    int done,
    int total,
    long characters,
    Optional<String> failure,
    Instant createdAt) {

  public ClientDocument {
    glossaries = List.copyOf(glossaries);
  }

  /** The format of its translation. */
  public DocumentFormat writtenAs() {
    return kind.format().writtenAs();
  }
}
