package io.haidang.gateway.http.libre;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Scope;
import io.haidang.gateway.engine.Texts;
import io.haidang.gateway.engine.TextsRequest;
import io.haidang.gateway.engine.TranslatedText;
import io.haidang.gateway.http.dialect.DeskHeaders;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.DialectReply;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.gateway.http.kit.MachineAnswer;
import io.haidang.models.Deadline;
import io.haidang.translation.document.snippet.Markup;
import io.haidang.translation.document.snippet.SnippetOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code /translate}. */
final class TextOperations {

  /** As long as most clients wait; what is done by then is kept, and the next try is short. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static final int MOST_ALTERNATIVES = 3;

  private final Texts texts;
  private final Consumer<Locale> requireKnown;
  private final Clock clock;

  private TextOperations(LibreAddresses addresses) {
    this.texts = addresses.services().texts();
    this.requireKnown = LibreCode.required(texts.directions());
    this.clock = addresses.services().clock();
  }

  static void add(LibreAddresses addresses) {
    TextOperations operations = new TextOperations(addresses);
    addresses.machine("/translate", PATIENCE, operations::translate);
  }

  private MachineAnswer<DialectReply> translate(DialectCall call) {
    call.key().require(Scope.TRANSLATE);
    Parameters parameters = call.parameters();
    TextsRequest request = request(call);
    boolean isBatch = parameters.json().getValue("q") instanceof JsonArray;
    List<TranslatedText> translated = translate(request, call);
    JsonObject answer =
        new JsonObject().put("translatedText", all(translated, TranslatedText::text, isBatch));
    if (request.source().isEmpty()) {
      answer.put(
          "detectedLanguage",
          all(translated, text -> LanguageOperations.detected(text.language()), isBatch));
    }
    if (alternatives(parameters) > 0) {
      answer.put(
          "alternatives", all(translated, text -> new JsonArray(text.alternatives()), isBatch));
    }
    return new MachineAnswer<>(
        DialectReply.json(answer),
        translated.stream().mapToLong(TranslatedText::characters).sum(),
        translated.stream().allMatch(TranslatedText::lasts));
  }

  /** A list for a list, and one for one. */
  private static <T> Object all(
      List<TranslatedText> texts, Function<TranslatedText, T> part, boolean isBatch) {
    return isBatch ? new JsonArray(texts.stream().map(part).toList()) : part.apply(texts.get(0));
  }

  private TextsRequest request(DialectCall call) {
    Parameters parameters = call.parameters();
    List<String> q = parameters.texts("q");
    if (q.isEmpty() || (q.size() == 1 && q.get(0).isEmpty())) {
      throw LibreErrors.missing("q");
    }
    Optional<Locale> source = LibreCode.read(parameters, "source");
    Locale target =
        LibreCode.read(parameters, "target").orElseThrow(() -> LibreErrors.unsupported("auto"));
    int alternatives = alternatives(parameters);
    checkLength(q);
    source.ifPresent(requireKnown);
    requireKnown.accept(target);
    SnippetOptions options = options(parameters);
    return new TextsRequest(
        q,
        source,
        target,
        options,
        "",
        DeskHeaders.sensitivity(call),
        DeskHeaders.textDate(call, LocalDate.now(clock)),
        Optional.empty(),
        List.of(),
        options.markup() == Markup.NONE ? alternatives : 0,
        Deadline.after(PATIENCE.minus(Duration.between(call.arrivedAt(), clock.instant())), clock));
  }

  /** How many further translations are wanted of each text. */
  private static int alternatives(Parameters parameters) {
    int wanted;
    try {
      wanted = Math.max(0, Integer.parseInt(parameters.text("alternatives").orElse("0")));
    } catch (NumberFormatException e) {
      throw DialectException.badRequest("Invalid request: alternatives parameter is not a number");
    }
    if (wanted > MOST_ALTERNATIVES) {
      throw DialectException.badRequest(
          "Invalid request: alternatives parameter must be <= " + MOST_ALTERNATIVES);
    }
    return wanted;
  }

  private static void checkLength(List<String> texts) {
    long length = texts.stream().mapToLong(String::length).sum();
    if (length > Texts.LONGEST) {
      throw LibreErrors.tooLong(length, Texts.LONGEST);
    }
  }

  private static SnippetOptions options(Parameters parameters) {
    String format = parameters.text("format").filter(text -> !text.isEmpty()).orElse("text");
    return switch (format) {
      case "text" -> SnippetOptions.PLAIN;
      case "html" -> SnippetOptions.of(Markup.HTML);
      default ->
          throw LibreErrors.unsupported((format.length() > 16 ? "this" : format) + " format");
    };
  }

  private List<TranslatedText> translate(TextsRequest request, DialectCall call) {
    try {
      return texts.translate(request, call.key());
    } catch (GatewayException e) {
      throw e.code() == ErrorCode.UNSUPPORTED_PAIR ? unavailable(request) : e;
    }
  }

  /** Both languages are known, or the one that was told is not. */
  private DialectException unavailable(TextsRequest request) {
    String target = LibreCode.name(request.target()) + " (" + LibreCode.of(request.target()) + ")";
    String source =
        request
            .source()
            .map(known -> LibreCode.name(known) + " (" + LibreCode.of(known) + ")")
            .orElse("the language of the text");
    return DialectException.badRequest(
        target + " is not available as a target language from " + source);
  }
}
