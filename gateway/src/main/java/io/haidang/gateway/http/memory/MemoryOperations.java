package io.haidang.gateway.http.memory;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.http.kit.ApiCall;
import io.haidang.gateway.http.kit.Operations;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.memory.ImportChoice;
import io.haidang.gateway.memory.Labels;
import io.haidang.gateway.memory.MemoryDesk;
import io.haidang.models.LanguagePair;
import io.haidang.translation.memory.Concordance;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryQuery;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The translation memory: what it has for a text, what it holds, files in and out. */
public final class MemoryOperations {

  private static final int MOST = 5;
  private static final String TMX = "application/x-tmx+xml";

  private final MemoryDesk memory;

  private MemoryOperations(MemoryDesk memory) {
    this.memory = memory;
  }

  public static void add(Operations operations) {
    MemoryOperations memory = new MemoryOperations(operations.services().memory());
    operations.json("getMemory", call -> MemoryJson.stats(memory.memory.stats()));
    operations.json("searchMemory", memory::search);
    operations.json("lookUpInMemory", memory::lookUp);
    operations.json("listMatches", memory::matches);
    operations.reply("deleteMemoryEntry", memory::delete);
    Operations files = operations.apart("memory-files");
    files.json("importMemory", memory::takeIn);
    files.reply("exportMemory", memory::giveOut);
  }

  private JsonObject search(ApiCall call) {
    return MemoryJson.page(
        memory.search(
            new Concordance(
                call.text("q").orElse("").strip(),
                pair(call),
                Labels.ALL,
                call.offset(),
                call.limit()),
            call.account()));
  }

  private static @Nullable LanguagePair pair(ApiCall call) {
    return call.text("pair").map(MemoryOperations::pair).orElse(null);
  }

  /** As {@code vi-en}; the contract has let two languages through, known or not. */
  private static LanguagePair pair(String text) {
    int hyphen = text.indexOf('-');
    return pair(text.substring(0, hyphen), text.substring(hyphen + 1));
  }

  private static LanguagePair pair(String source, String target) {
    try {
      return LanguagePair.of(source, target);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.UNKNOWN_LANGUAGE,
          "language: unknown (expected: a BCP 47 tag such as vi or en)");
    }
  }

  private JsonObject lookUp(ApiCall call) {
    JsonObject body = call.body();
    String text = body.getString("text");
    MemoryQuery query =
        new MemoryQuery(
            pair(body.getString("sourceLanguage", "vi"), body.getString("targetLanguage")),
            text,
            body.getString("before"),
            body.getString("after"),
            body.getString("domain", ""),
            Labels.ALL,
            body.getInteger("least", MemoryQuery.LEAST_SCORE),
            body.getInteger("limit", MOST));
    return MemoryJson.matches(memory.lookUp(query, call.account()), text);
  }

  private JsonObject matches(ApiCall call) {
    int index = call.pathNumber("index");
    List<MemoryMatch> matches =
        memory.matches(call.id(), index, call.number("limit", MOST), call.account());
    return MemoryJson.matches(matches, memory.source(call.id(), index));
  }

  private Reply delete(ApiCall call) {
    memory.delete(call.pathLong("entry"), call.account());
    return Reply.nothing();
  }

  private JsonObject takeIn(ApiCall call) {
    ImportChoice choice =
        new ImportChoice(
            call.text("name").orElse(""),
            pair(call),
            call.text("domain").orElse(""),
            call.text("sensitivity")
                .map(name -> PublicName.constant(Sensitivity.class, name))
                .orElse(MemoryDesk.usualLabel()),
            call.text("vouched").map(Boolean::parseBoolean).orElse(false),
            call.account().displayName());
    return MemoryJson.report(
        memory.takeIn(new ByteArrayInputStream(file(call)), choice, call.account()));
  }

  private static byte[] file(ApiCall call) {
    if (call.bytes() == null) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "body: (none) (expected: the file to import)");
    }
    return call.bytes().getBytes();
  }

  private Reply giveOut(ApiCall call) {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try {
      memory.giveOut(pair(call), file, call.account());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // Memory does not fail.
    }
    return Reply.file("memory.tmx", TMX, Buffer.buffer(file.toByteArray()));
  }
}
