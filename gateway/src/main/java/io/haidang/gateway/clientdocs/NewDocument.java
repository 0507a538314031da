package io.haidang.gateway.clientdocs;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Upload;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A document as a client hands it in; {@link ClientDocuments#submit} validates it.
 *
 * @param source empty to have it told from the text
 * @param glossaries of the client, to obey beside the official names; need a source
 * @param textDate date of the text, which decides which names are official
 */
public record NewDocument(
    Upload upload,
    Optional<Locale> source,
    Locale target,
    List<UUID> glossaries,
    Sensitivity sensitivity,
    LocalDate textDate) {

  public NewDocument {
    glossaries = List.copyOf(glossaries);
  }
}
