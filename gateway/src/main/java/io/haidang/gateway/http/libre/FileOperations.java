package io.haidang.gateway.http.libre;

import io.haidang.gateway.clientdocs.ClientDocument;
import io.haidang.gateway.clientdocs.ClientDocuments;
import io.haidang.gateway.clientdocs.ClientDocuments.Receipt;
import io.haidang.gateway.clientdocs.ClientDocuments.Result;
import io.haidang.gateway.clientdocs.DocumentState;
import io.haidang.gateway.clientdocs.NewDocument;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.http.deepl.document.DocumentName;
import io.haidang.gateway.http.dialect.DeskHeaders;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.dialect.LaterReply;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.haidang.translation.document.DocumentFormat;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** {@code /translate_file}, and the address from which a translation is fetched. */
final class FileOperations {

  /** Less than after which a silent connection is closed. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final String KEY = "key";
  private static final String NAME = "name";

  private final ClientDocuments documents;
  private final Consumer<Locale> requireKnown;
  private final Clock clock;
  private final String prefix;

  private FileOperations(LibreAddresses addresses) {
    this.documents = addresses.services().documents();
    this.requireKnown = LibreCode.required(addresses.services().texts().directions());
    this.clock = addresses.services().clock();
    this.prefix = addresses.prefix();
  }

  static void add(LibreAddresses addresses) {
    FileOperations files = new FileOperations(addresses);
    LibreAddresses apart = addresses.apart("documents");
    apart.later("/translate_file", PATIENCE, files::translate);
    apart.open("/download_file/:" + NAME, files::download);
  }

  /** The extensions of files that are taken, with their full stops. */
  static List<String> extensions() {
    return List.of(DocumentFormat.values()).stream()
        .map(format -> "." + format.extension())
        .distinct()
        .sorted()
        .toList();
  }

  /** A link that comes too early says so, and when to come again. */
  private LaterReply translate(DialectCall call) {
    Receipt receipt = documents.submit(document(call), call.key());
    ClientDocument document = documents.find(receipt);
    DialectReply link =
        DialectReply.json(new JsonObject().put("translatedFileUrl", link(call, document, receipt)));
    return new LaterReply(() -> isOver(receipt) ? Optional.of(link) : Optional.empty(), () -> link);
  }

  private boolean isOver(Receipt receipt) {
    ClientDocument document = documents.find(receipt);
    if (document.state() == DocumentState.FAILED) {
      throw DialectException.badRequest(document.failure().orElse("no translation"));
    }
    return document.state() == DocumentState.DONE;
  }

  private NewDocument document(DialectCall call) {
    FormFile file = call.files().find("file").orElse(null);
    if (file == null) {
      throw LibreErrors.missing("file");
    }
    Optional<Locale> source = LibreCode.read(call.parameters(), "source");
    Locale target =
        LibreCode.read(call.parameters(), "target")
            .orElseThrow(() -> LibreErrors.unsupported("auto"));
    if (file.name().isEmpty()) {
      throw DialectException.badRequest("Invalid request: empty file");
    }
    if (extensions().stream().noneMatch(file.name().toLowerCase(Locale.ROOT)::endsWith)) {
      throw DialectException.badRequest("Invalid request: file format not supported");
    }
    source.ifPresent(requireKnown);
    requireKnown.accept(target);
    return new NewDocument(
        Upload.file(file.name(), file.content().getBytes()),
        source,
        target,
        List.of(),
        DeskHeaders.sensitivity(call),
        DeskHeaders.textDate(call, LocalDate.now(clock)));
  }

  /** The secret is in the query, which is not logged. */
  private String link(DialectCall call, ClientDocument document, Receipt receipt) {
    String scheme = call.secure() ? "https" : "http";
    String name = receipt.id() + "." + DocumentName.of(document);
    return scheme
        + "://"
        + call.header("Host").orElse("localhost")
        + prefix
        + "/download_file/"
        + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20")
        + "?"
        + KEY
        + "="
        + receipt.key();
  }

  private DialectReply download(Parameters parameters) {
    Receipt receipt =
        new Receipt(
            id(parameters.text(NAME).orElse("").split("\\.", 2)[0]),
            parameters.text(KEY).orElse(""));
    if (!isOver(receipt)) {
      throw DialectException.of(503, "The translation is not done yet");
    }
    Result result = documents.fetch(receipt);
    return DialectReply.bytes(
            result.document().writtenAs().mediaType(), Buffer.buffer(result.bytes()))
        .with("Content-Disposition", DocumentName.attachment(result.document()));
  }

  private static UUID id(String written) {
    try {
      return UUID.fromString(written);
    } catch (IllegalArgumentException e) {
      throw DialectException.of(400, "Invalid filename");
    }
  }
}
