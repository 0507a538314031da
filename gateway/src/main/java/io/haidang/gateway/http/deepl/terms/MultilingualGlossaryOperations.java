package io.haidang.gateway.http.deepl.terms;

import io.haidang.gateway.clientterms.ClientDictionary;
import io.haidang.gateway.clientterms.ClientGlossaries;
import io.haidang.gateway.clientterms.ClientGlossary;
import io.haidang.gateway.http.deepl.kit.ResourceId;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.models.LanguagePair;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.UUID;

/** {@code /v3/glossaries}: word lists of any number of directions. */
public final class MultilingualGlossaryOperations {

  private static final String ALL = "/v3/glossaries";
  private static final String ID = "glossary_id";
  private static final String ONE = ALL + "/:" + ID;

  private final ClientGlossaries glossaries;
  private final DictionaryParameters reader;

  private MultilingualGlossaryOperations(Dialect dialect) {
    this.glossaries = dialect.services().clients().glossaries();
    this.reader = new DictionaryParameters(dialect.services().texts().directions().pairs());
  }

  public static void add(Dialect dialect) {
    MultilingualGlossaryOperations operations = new MultilingualGlossaryOperations(dialect);
    dialect.post(ALL, operations::create);
    dialect.get(ALL, operations::list);
    dialect.get(ONE, operations::get);
    dialect.patch(ONE, operations::change);
    dialect.delete(ONE, operations::delete);
    dialect.get(ONE + "/entries", operations::entries);
    dialect.put(ONE + "/dictionaries", operations::replace);
    dialect.delete(ONE + "/dictionaries", operations::remove);
  }

  private DialectReply create(DialectCall call) {
    UUID owner = GlossaryOperations.owner(call);
    String name = call.parameters().required("name");
    List<ClientDictionary> dictionaries = reader.dictionaries(call.parameters());
    if (dictionaries.isEmpty()) {
      throw DialectException.badRequest("Glossary dictionaries must be provided");
    }
    return DialectReply.json(
        201, GlossaryJson.multilingual(glossaries.create(owner, name, dictionaries)));
  }

  private DialectReply list(DialectCall call) {
    JsonArray list = new JsonArray();
    glossaries
        .list(GlossaryOperations.owner(call))
        .forEach(glossary -> list.add(GlossaryJson.multilingual(glossary)));
    return DialectReply.json(new JsonObject().put("glossaries", list));
  }

  private DialectReply get(DialectCall call) {
    UUID owner = GlossaryOperations.owner(call);
    return DialectReply.json(GlossaryJson.multilingual(glossaries.find(id(call), owner)));
  }

  private DialectReply change(DialectCall call) {
    UUID owner = GlossaryOperations.owner(call);
    ClientGlossary changed =
        glossaries.change(
            id(call),
            owner,
            call.parameters().text("name"),
            reader.dictionaries(call.parameters()));
    return DialectReply.json(GlossaryJson.multilingual(changed));
  }

  private DialectReply delete(DialectCall call) {
    UUID owner = GlossaryOperations.owner(call);
    glossaries.delete(id(call), owner);
    return DialectReply.nothing();
  }

  private DialectReply entries(DialectCall call) {
    UUID owner = GlossaryOperations.owner(call);
    UUID id = id(call);
    ClientDictionary dictionary =
        glossaries.dictionary(id, owner, reader.direction(call.parameters()));
    return DialectReply.json(
        new JsonObject()
            .put("dictionaries", new JsonArray().add(GlossaryJson.entries(dictionary))));
  }

  private DialectReply replace(DialectCall call) {
    UUID owner = GlossaryOperations.owner(call);
    UUID id = id(call);
    ClientDictionary dictionary = reader.dictionary(call.parameters());
    ClientGlossary changed = glossaries.replace(id, owner, dictionary);
    LanguagePair pair = dictionary.pair();
    return DialectReply.json(
        changed
            .serving(pair)
            .map(GlossaryJson::dictionary)
            .orElseThrow(() -> DialectException.notFound("Dictionary not found")));
  }

  private DialectReply remove(DialectCall call) {
    UUID owner = GlossaryOperations.owner(call);
    glossaries.remove(id(call), owner, reader.direction(call.parameters()));
    return DialectReply.nothing();
  }

  private static UUID id(DialectCall call) {
    return ResourceId.of(call, ID);
  }
}
