package io.haidang.gateway.http;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.terms.ConceptJson;
import io.haidang.gateway.terms.ProposalChoice;
import io.haidang.gateway.terms.ProposalState;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.ImportOptions.OnError;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is asked of the glossary, as it is read from the wire; see {@link GlossaryJson} for the
 * other direction.
 */
final class GlossaryRequests {

  private static final int PAGE = 50;

  private GlossaryRequests() {}

  static int offset(RoutingContext request) {
    String text = request.queryParams().get("offset");
    return text == null ? 0 : Integer.parseInt(text);
  }

  static int limit(RoutingContext request) {
    String text = request.queryParams().get("limit");
    return text == null ? PAGE : Integer.parseInt(text);
  }

  static ConceptId concept(RoutingContext request) {
    return conceptId(request.pathParam("concept"));
  }

  static ConceptId id(JsonObject body) {
    return conceptId(body.getString("conceptId", ""));
  }

  private static ConceptId conceptId(String text) {
    if (text.isBlank()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "conceptId: (blank) (expected: the id of a concept)");
    }
    return new ConceptId(text);
  }

  /** The concept that is proposed. */
  static Concept content(JsonObject body) {
    try {
      return ConceptJson.read(body.getJsonObject("concept", new JsonObject()).encode());
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.INVALID_REQUEST, String.valueOf(e.getMessage()));
    }
  }

  static @Nullable ProposalState proposalState(RoutingContext request) {
    String name = request.queryParams().get("state");
    return name == null ? null : ProposalState.valueOf(name.toUpperCase(Locale.ROOT));
  }

  static @Nullable UUID batch(RoutingContext request) {
    String text = request.queryParams().get("batch");
    return text == null ? null : uuid(text);
  }

  /** The proposals of a decision: a batch, or some. */
  static ProposalChoice choice(JsonObject body) {
    List<UUID> ids =
        body.containsKey("proposals")
            ? body.getJsonArray("proposals").stream().map(id -> uuid(String.valueOf(id))).toList()
            : List.of();
    if (ids.isEmpty() == (body.getString("batch") == null)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "proposals: none or two kinds (expected: proposals or batch)");
    }
    return ids.isEmpty()
        ? ProposalChoice.ofBatch(uuid(body.getString("batch")))
        : ProposalChoice.of(ids);
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, "id: unknown");
    }
  }

  static GlossaryFormat format(RoutingContext request) {
    return GlossaryFormat.valueOf(
        request.queryParams().get("format").toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  static ImportOptions importOptions(RoutingContext request) {
    boolean validOnly = "import-valid".equals(request.queryParams().get("onError"));
    return ImportOptions.STANDARD
        .withOnError(validOnly ? OnError.IMPORT_VALID : OnError.IMPORT_NOTHING)
        .withColumns(columns(request));
  }

  /** Each as {@code header=meaning}. */
  private static Map<String, String> columns(RoutingContext request) {
    Map<String, String> columns = new HashMap<>();
    for (String pair : request.queryParams().getAll("column")) {
      int equals = pair.lastIndexOf('=');
      if (equals < 1) {
        throw new GatewayException(
            ErrorCode.INVALID_REQUEST, "column: no meaning (expected: header=meaning)");
      }
      columns.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return columns;
  }

  static String extension(GlossaryFormat format) {
    return format.isTbx() ? "tbx" : format.name().toLowerCase(Locale.ROOT);
  }

  static String mediaType(GlossaryFormat format) {
    return switch (format) {
      case CSV -> "text/csv; charset=utf-8";
      case TSV -> "text/tab-separated-values; charset=utf-8";
      case XLSX -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
      case TBX_DCA, TBX_DCT, TBX_MARTIF -> "application/xml";
    };
  }
}
