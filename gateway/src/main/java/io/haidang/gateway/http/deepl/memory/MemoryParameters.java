package io.haidang.gateway.http.deepl.memory;

import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.deepl.kit.ResourceId;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.memory.NamedMemories;
import io.haidang.gateway.memory.NamedMemory;
import java.util.Locale;
import java.util.Optional;

/** The memory that a text or a document is to be translated with. */
public final class MemoryParameters {

  private static final String ID = "translation_memory_id";

  private MemoryParameters() {}

  /**
   * Checks that the memory which a request names is there and serves its direction. The desk asks
   * its memory before any engine in any case.
   *
   * @param source of the text, when the request says it
   * @throws DialectException when it does not serve the direction, or the threshold is none
   * @throws io.haidang.gateway.GatewayException when there is no such memory
   */
  public static void check(
      DialectCall call, NamedMemories memories, Optional<Locale> source, Locale target) {
    call.parameters().number("translation_memory_threshold", 75, 0, 100);
    Optional<String> id = call.parameters().text(ID).filter(text -> !text.isBlank());
    if (id.isEmpty()) {
      return;
    }
    NamedMemory memory = memories.find(ResourceId.parse(ID, id.get()));
    if (!memory.leadsTo(target)) {
      throw unsupported("target language " + LanguageCode.upper(target));
    }
    source
        .filter(language -> !language.getLanguage().equals(memory.source().getLanguage()))
        .ifPresent(
            language -> {
              throw unsupported("source language " + LanguageCode.upper(language));
            });
  }

  private static DialectException unsupported(String language) {
    return DialectException.notFound("Translation memory does not support the " + language);
  }
}
