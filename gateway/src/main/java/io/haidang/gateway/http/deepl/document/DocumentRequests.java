package io.haidang.gateway.http.deepl.document;

import io.haidang.gateway.clientdocs.NewDocument;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.engine.Directions;
import io.haidang.gateway.http.deepl.kit.TranslationParameters;
import io.haidang.gateway.http.deepl.terms.GlossaryParameters;
import io.haidang.gateway.http.dialect.DeskHeaders;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.kit.DialectSettings;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentFormats;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Reads what a client wants to have done with a file. */
final class DocumentRequests {

  /** Honoured for texts only; a document must not lose them in silence. */
  private static final List<String> OF_TEXTS =
      List.of("style_id", "translation_memory_id", "custom_instructions");

  private final Directions directions;
  private final DialectSettings settings;
  private final Clock clock;

  DocumentRequests(Dialect dialect) {
    this.directions = dialect.services().texts().directions();
    this.settings = dialect.settings();
    this.clock = dialect.services().clock();
  }

  NewDocument read(DialectCall call) {
    TranslationParameters languages =
        TranslationParameters.read(call.parameters(), directions, settings);
    for (String parameter : OF_TEXTS) {
      if (call.parameters().has(parameter)) {
        throw DialectException.badRequest(parameter + ": not for documents (expected: none)");
      }
    }
    List<UUID> glossaries = GlossaryParameters.ids(call, languages.source());
    Upload upload = upload(call);
    checkOutput(call.parameters().text("output_format"), format(upload));
    return new NewDocument(
        upload,
        languages.source(),
        languages.target(),
        glossaries,
        DeskHeaders.sensitivity(call),
        DeskHeaders.textDate(call, LocalDate.now(clock)));
  }

  private static Upload upload(DialectCall call) {
    FormFile file = call.files().find("file").orElse(null);
    if (file == null) {
      throw DialectException.badRequest("Invalid file data.");
    }
    String name =
        call.parameters().text("filename").filter(text -> !text.isBlank()).orElse(file.name());
    return Upload.file(name, file.content().getBytes());
  }

  /** Only the format that the translation has in any case. */
  private static void checkOutput(Optional<String> wanted, DocumentFormat format) {
    String extension = wanted.orElse("").toLowerCase(Locale.ROOT);
    if (extension.isEmpty()) {
      return;
    }
    String written = format.writtenAs().extension();
    if (!extension.equals(written)) {
      throw DialectException.unsupportedValue("output_format", written);
    }
  }

  private static DocumentFormat format(Upload upload) {
    try {
      return DocumentFormats.detect(upload.fileName(), upload.bytes());
    } catch (DocumentException e) {
      throw DialectException.badRequest("Invalid file data.", String.valueOf(e.getMessage()));
    }
  }
}
