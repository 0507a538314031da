package io.haidang.gateway.http.deepl.terms;

import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.clientterms.ClientGlossaries;
import io.haidang.gateway.clientterms.ClientGlossary;
import io.haidang.gateway.http.deepl.kit.ResourceId;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.glossary.io.WordPairs;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * {@code /v2/glossaries}: word lists of one direction. Those that have several are seen at {@code
 * /v3/glossaries} only.
 */
public final class GlossaryOperations {

  private static final String ID = "glossary_id";
  private static final String ONE = "/v2/glossaries/:" + ID;
  private static final String TSV = "text/tab-separated-values";

  /** A header by which the client takes that type. */
  private static final Pattern TAKES_TSV =
      Pattern.compile("(?:^|,)\\s*(?:\\*/\\*|text/\\*|text/tab-separated-values)\\s*(?:[;,]|$)");

  private final ClientGlossaries glossaries;
  private final DictionaryParameters reader;

  private GlossaryOperations(Dialect dialect) {
    this.glossaries = dialect.services().clients().glossaries();
    this.reader = new DictionaryParameters(dialect.services().texts().directions().pairs());
  }

  public static void add(Dialect dialect) {
    GlossaryOperations operations = new GlossaryOperations(dialect);
    dialect.post("/v2/glossaries", operations::create);
    dialect.get("/v2/glossaries", operations::list);
    dialect.get(ONE, operations::get);
    dialect.get(ONE + "/entries", operations::entries);
    dialect.delete(ONE, operations::delete);
  }

  /** The account of a key that may do something with word lists. */
  static UUID owner(DialectCall call) {
    call.key().require(Scope.GLOSSARIES);
    return call.account().id();
  }

  private DialectReply create(DialectCall call) {
    UUID owner = owner(call);
    String name = call.parameters().required("name");
    ClientGlossary made =
        glossaries.create(owner, name, List.of(reader.dictionary(call.parameters())));
    return DialectReply.json(201, GlossaryJson.single(made));
  }

  private DialectReply list(DialectCall call) {
    JsonArray list = new JsonArray();
    glossaries.list(owner(call)).stream()
        .filter(GlossaryOperations::isSingle)
        .forEach(glossary -> list.add(GlossaryJson.single(glossary)));
    return DialectReply.json(new JsonObject().put("glossaries", list));
  }

  private DialectReply get(DialectCall call) {
    return DialectReply.json(GlossaryJson.single(find(call)));
  }

  private DialectReply entries(DialectCall call) {
    String accepted = call.header("Accept").orElse("*/*");
    if (!TAKES_TSV.matcher(accepted).find()) {
      throw DialectException.of(415, "No supported media type specified in Accept header");
    }
    ClientGlossary glossary = find(call);
    String words =
        WordPairs.toTsv(
            glossaries
                .dictionary(glossary.id(), glossary.owner(), glossary.directions().get(0).pair())
                .entries());
    return DialectReply.bytes(TSV + "; charset=UTF-8", Buffer.buffer(words));
  }

  private DialectReply delete(DialectCall call) {
    ClientGlossary glossary = find(call);
    glossaries.delete(glossary.id(), glossary.owner());
    return DialectReply.nothing();
  }

  private ClientGlossary find(DialectCall call) {
    UUID owner = owner(call);
    ClientGlossary glossary = glossaries.find(ResourceId.of(call, ID), owner);
    if (!isSingle(glossary)) {
      throw DialectException.notFound("Glossary not found (expected: one with one direction)");
    }
    return glossary;
  }

  private static boolean isSingle(ClientGlossary glossary) {
    return glossary.directions().size() == 1;
  }
}
