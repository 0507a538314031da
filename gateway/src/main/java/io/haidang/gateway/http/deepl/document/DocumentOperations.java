package io.haidang.gateway.http.deepl.document;

import io.haidang.gateway.clientdocs.ClientDocument;
import io.haidang.gateway.clientdocs.ClientDocuments;
import io.haidang.gateway.clientdocs.ClientDocuments.Receipt;
import io.haidang.gateway.clientdocs.ClientDocuments.Result;
import io.haidang.gateway.clientdocs.DocumentState;
import io.haidang.gateway.clientdocs.NewDocument;
import io.haidang.gateway.http.dialect.DeskHeaders;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.kit.Rehearsal;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** {@code /v2/document}: hand a file in, ask how far it is, fetch the translation. */
public final class DocumentOperations {

  private static final String ID = "id";
  private static final String FAILED_AS_ASKED = "Translation error triggered";

  private final ClientDocuments documents;
  private final DocumentRequests requests;
  private final DocumentReviews reviews;
  private final Optional<Rehearsal> rehearsal;
  private final Clock clock;

  private DocumentOperations(Dialect dialect) {
    this.documents = dialect.services().documents();
    this.requests = new DocumentRequests(dialect);
    this.reviews =
        new DocumentReviews(dialect.services().drafts(), dialect.services().texts().directions());
    this.rehearsal = dialect.settings().rehearsal();
    this.clock = dialect.services().clock();
  }

  public static void add(Dialect dialect) {
    DocumentOperations operations = new DocumentOperations(dialect);
    Dialect apart = dialect.apart("documents");
    for (String address : new String[] {"/v1/document", "/v2/document"}) {
      apart.post(address, operations::submit);
      apart.post(address + "/", operations::submit); // As deepl-java sends streams.
      apart.post(address + "/:id", operations::status);
      apart.get(address + "/:id", operations::status);
      apart.post(address + "/:id/result", operations::fetch);
      apart.get(address + "/:id/result", operations::fetch);
    }
  }

  private DialectReply submit(DialectCall call) {
    NewDocument wanted = requests.read(call);
    Receipt receipt = documents.submit(wanted, call.key());
    if (rehearsal.filter(played -> played.failsDocument(call.headers())).isPresent()) {
      documents.fail(receipt.id(), FAILED_AS_ASKED);
    }
    DialectReply reply =
        DialectReply.json(
            new JsonObject()
                .put("document_id", written(receipt.id()))
                .put("document_key", receipt.key()));
    return DeskHeaders.wantsReview(call)
        ? reply.with(
            DeskHeaders.REVIEW,
            reviews.submit(wanted, documents.find(receipt, call.account()), call.account()))
        : reply;
  }

  private static String written(UUID id) {
    return id.toString().replace("-", "").toUpperCase(Locale.ROOT);
  }

  private DialectReply status(DialectCall call) {
    ClientDocument document =
        isDelayed(call)
            ? documents.find(receipt(call), call.account())
            : documents.await(receipt(call), call.account());
    JsonObject json =
        new JsonObject().put("document_id", written(document.id())).put("status", "queued");
    switch (seeming(document, call)) {
      case QUEUED -> {}
      case TRANSLATING ->
          json.put("status", "translating").put("seconds_remaining", remaining(document));
      case DONE ->
          json.put("status", "done")
              .put("seconds_remaining", 0)
              .put("billed_characters", document.characters());
      case FAILED ->
          json.put("status", "error")
              .put("error_message", document.failure().orElse(""))
              .put("message", document.failure().orElse(""));
    }
    return DialectReply.json(json);
  }

  /** Whether a client that rehearses wants to see it wait. */
  private boolean isDelayed(DialectCall call) {
    return rehearsal
        .filter(
            played ->
                !played.queueing(call.headers()).plus(played.translating(call.headers())).isZero())
        .isPresent();
  }

  /** Its state, or what a client that rehearses wants to see before it. */
  private DocumentState seeming(ClientDocument document, DialectCall call) {
    if (rehearsal.isEmpty() || document.state() == DocumentState.FAILED) {
      return document.state();
    }
    Duration age = Duration.between(document.createdAt(), clock.instant());
    Duration queueing = rehearsal.get().queueing(call.headers());
    Duration translating = rehearsal.get().translating(call.headers());
    if (age.compareTo(queueing) < 0) {
      return DocumentState.QUEUED;
    }
    return age.compareTo(queueing.plus(translating)) < 0
        ? DocumentState.TRANSLATING
        : document.state();
  }

  /** By what has been done so far, at least a second. */
  private long remaining(ClientDocument document) {
    long seconds = Duration.between(document.createdAt(), clock.instant()).toSeconds();
    int done = Math.max(1, document.done());
    return Math.max(1, seconds * (document.total() - done) / done);
  }

  private DialectReply fetch(DialectCall call) {
    Receipt receipt = receipt(call);
    ClientDocument document = documents.find(receipt, call.account());
    if (seeming(document, call) != DocumentState.DONE) {
      throw document.state() == DocumentState.FAILED
          ? DialectException.notFound("Document translation failed")
          : DialectException.of(503, "Document translation is not done");
    }
    Result result = documents.fetch(receipt, call.account());
    return DialectReply.bytes(document.writtenAs().mediaType(), Buffer.buffer(result.bytes()))
        .with("Content-Disposition", DocumentName.attachment(document));
  }

  private static Receipt receipt(DialectCall call) {
    return new Receipt(id(call.pathText(ID)), call.parameters().text("document_key").orElse(""));
  }

  private static UUID id(String written) {
    if (!written.matches("[0-9a-fA-F]{32}")) {
      throw DialectException.notFound("Not found");
    }
    return UUID.fromString(
        written.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
  }
}
