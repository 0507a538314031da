package io.haidang.gateway.http.terms;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.terms.ConceptJson;
import io.haidang.gateway.terms.ProposalChoice;
import io.haidang.glossary.Concept;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.io.GlossaryFormat;
import io.haidang.glossary.io.ImportOptions;
import io.haidang.glossary.io.ImportOptions.OnError;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * What is asked of the glossary, as it is read from the wire; see {@link GlossaryJson} for the
 * other direction.
 */
public final class GlossaryRequests {

  private GlossaryRequests() {}

  public static ConceptId id(JsonObject body) {
    return conceptId(body.getString("conceptId", ""));
  }

  static ConceptId conceptId(String text) {
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

  /** The proposals of a decision: a batch, or some. */
  static ProposalChoice choice(JsonObject body) {
    List<UUID> ids =
        body.containsKey("proposals")
            ? body.getJsonArray("proposals").stream()
                .map(id -> ApiCall.id(String.valueOf(id)))
                .toList()
            : List.of();
    if (ids.isEmpty() == (body.getString("batch") == null)) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "proposals: none or two kinds (expected: proposals or batch)");
    }
    return ids.isEmpty()
        ? ProposalChoice.ofBatch(ApiCall.id(body.getString("batch")))
        : ProposalChoice.of(ids);
  }

  /** The file that is to be imported. */
  static byte[] file(ApiCall call) {
    if (call.bytes() == null) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "body: (none) (expected: the file to import)");
    }
    return call.bytes().getBytes();
  }

  static GlossaryFormat format(ApiCall call) {
    return PublicName.constant(GlossaryFormat.class, call.text("format").orElse(""));
  }

  static ImportOptions importOptions(ApiCall call) {
    boolean validOnly = call.text("onError").filter("import-valid"::equals).isPresent();
    return ImportOptions.STANDARD
        .withOnError(validOnly ? OnError.IMPORT_VALID : OnError.IMPORT_NOTHING)
        .withColumns(columns(call));
  }

  /** Each as {@code header=meaning}. */
  private static Map<String, String> columns(ApiCall call) {
    Map<String, String> columns = new HashMap<>();
    for (String pair : call.query().getAll("column")) {
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
