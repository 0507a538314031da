package io.haidang.gateway.http.deepl.memory;

import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.deepl.kit.Page;
import io.haidang.gateway.http.dialect.Dialect;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.memory.NamedMemories;
import io.haidang.gateway.memory.NamedMemory;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** {@code /v3/translation_memories}: what the desk remembers, by the language of the sources. */
public final class MemoryOperations {

  private final NamedMemories memories;

  private MemoryOperations(Dialect dialect) {
    this.memories = dialect.services().clients().memories();
  }

  public static void add(Dialect dialect) {
    MemoryOperations operations = new MemoryOperations(dialect);
    dialect.get("/v3/translation_memories", operations::list);
  }

  private DialectReply list(DialectCall call) {
    call.key().require(Scope.TRANSLATE);
    Page page = Page.of(call.parameters());
    List<NamedMemory> all = memories.list();
    JsonArray list = new JsonArray();
    page.of(all).forEach(memory -> list.add(json(memory)));
    return DialectReply.json(
        new JsonObject().put("translation_memories", list).put("total_count", all.size()));
  }

  private static JsonObject json(NamedMemory memory) {
    JsonArray targets = new JsonArray();
    memory.targets().forEach(target -> targets.add(LanguageCode.lower(target)));
    return new JsonObject()
        .put("translation_memory_id", memory.id().toString())
        .put("name", memory.name())
        .put("source_language", LanguageCode.lower(memory.source()))
        .put("target_languages", targets)
        .put("segment_count", memory.segments());
  }
}
