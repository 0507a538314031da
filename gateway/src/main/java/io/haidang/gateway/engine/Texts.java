package io.haidang.gateway.engine;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.limit.Allowances;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.Deadline;
import io.haidang.models.LanguagePair;
import io.haidang.translation.Excerpt;
import io.haidang.translation.SegmentTranslator;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.document.snippet.Markup;
import io.haidang.translation.document.snippet.SnippetOptions;
import io.haidang.translation.document.snippet.Snippets;
import io.haidang.translation.language.LanguageGuess;
import io.haidang.translation.pipeline.DocumentNames;
import io.haidang.translation.review.Role;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Translates texts while somebody waits: many at once, of any language that is served, with or
 * without markup. Nothing is stored, and nobody has reviewed what comes out.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> until the answer or the
 * deadline.
 */
public final class Texts {

  /** Of all texts of a request together, in UTF-16 units. */
  public static final int LONGEST = 128 << 10;

  /** Segments for which an engine is asked at a time; what is done is kept when time runs out. */
  private static final int AT_A_TIME = 32;

  private static final Pattern TAG = Pattern.compile("<[^<>]*+>");

  private final EngineRouter engines;
  private final Predicate<TextKind> isServed;
  private final Directions directions;
  private final Supplier<TermEnforcer> official;
  private final Allowances allowances;

  /**
   * Translates with {@code engines}.
   *
   * @param isServed whether texts of a kind have an engine that they may reach
   * @param official names in force
   * @param allowances of keys, which are charged for their texts
   */
  public Texts(
      EngineRouter engines,
      Predicate<TextKind> isServed,
      Directions directions,
      Supplier<TermEnforcer> official,
      Allowances allowances) {
    this.engines = engines;
    this.isServed = isServed;
    this.directions = directions;
    this.official = official;
    this.allowances = allowances;
  }

  /** The directions that can be asked for. */
  public Directions directions() {
    return directions;
  }

  /**
   * One translation for each text, in their order.
   *
   * @throws GatewayException {@code not-permitted}, {@code text-too-large}, {@code
   *     unsupported-pair}, {@code quota-exceeded}
   * @throws io.haidang.models.ModelException when no engine answers in time
   * @throws io.haidang.translation.document.DocumentException when a text is no sound markup, or
   *     holds what is no text
   */
  public List<TranslatedText> translate(TextsRequest request, ApiKey key) {
    check(request, key.account());
    return allowances.chargeCharacters(key, characters(request), () -> translateAll(request, key));
  }

  /** What a request is charged for: the code points of its texts. */
  private static long characters(TextsRequest request) {
    return request.texts().stream().mapToLong(text -> text.codePointCount(0, text.length())).sum();
  }

  private List<TranslatedText> translateAll(TextsRequest request, ApiKey key) {
    List<@Nullable TranslatedText> done = new ArrayList<>();
    List<LanguageGuess> languages =
        request.texts().stream().map(t -> language(t, request)).toList();
    Map<Locale, List<Integer>> work = new LinkedHashMap<>();
    for (int i = 0; i < request.texts().size(); i++) {
      String text = request.texts().get(i);
      Locale source = languages.get(i).language();
      boolean isDone = text.isBlank() || Directions.isSame(source, request.target());
      done.add(isDone ? TranslatedText.unchanged(text, languages.get(i)) : null);
      if (!isDone) {
        work.computeIfAbsent(source, absent -> new ArrayList<>()).add(i);
      }
    }
    work.forEach(
        (source, places) -> {
          List<String> texts = places.stream().map(request.texts()::get).toList();
          List<TranslatedText> translated = translate(texts, source, request, key);
          for (int i = 0; i < places.size(); i++) {
            int place = places.get(i);
            done.set(place, translated.get(i).in(languages.get(place)));
          }
        });
    return done.stream().map(Objects::requireNonNull).toList();
  }

  private static void check(TextsRequest request, Account account) {
    account.requireAny(Role.EDITOR, Role.REVIEWER);
    long length = request.texts().stream().mapToLong(String::length).sum();
    if (length + request.context().length() > LONGEST) {
      throw new GatewayException(
          ErrorCode.TEXT_TOO_LARGE,
          "text: " + length + " characters (expected: at most " + LONGEST + " in all)");
    }
  }

  private LanguageGuess language(String text, TextsRequest request) {
    return request
        .source()
        .map(given -> new LanguageGuess(given, 1))
        .orElseGet(() -> tell(text, request));
  }

  private LanguageGuess tell(String text, TextsRequest request) {
    boolean hasTags = request.options().markup() != Markup.NONE;
    return directions.tell(hasTags ? TAG.matcher(text).replaceAll(" ") : text, request.target());
  }

  private List<TranslatedText> translate(
      List<String> texts, Locale source, TextsRequest request, ApiKey key) {
    TextKind kind = kind(source, request);
    TranslationContext context =
        new TranslationContext(
            kind.pair(), request.textDate(), request.terms().orElseGet(official), request.wishes());
    CallContext call =
        CallContext.interactive(request.deadline())
            .reaching(kind.reach())
            .onAccountOf(key.account().login())
            .bookedAs(Allowances.work(key));
    List<SegmentedDocument> documents =
        texts.stream().map(text -> Snippets.read(text, source, request.options())).toList();
    SegmentBatch batch = SegmentBatch.of(documents, before(request.context(), source));
    List<TranslatedSegment> segments = translate(batch, kind, context, call);
    List<TranslatedText> translated = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < texts.size(); i++) {
      int end = next + documents.get(i).segments().size();
      SegmentedDocument document = documents.get(i);
      TranslatedText text =
          merged(texts.get(i), document, source, segments.subList(next, end), context);
      List<List<String>> others = alternatives(text, request.alternatives(), kind, context, call);
      translated.add(text.with(AlternativeTexts.of(document, text.segments(), others, context)));
      next = end;
    }
    return translated;
  }

  /**
   * Other translations of one segment, with its official names, best first; none when the engine of
   * such texts knows no others.
   *
   * @param written the segment as it is translated now
   * @param most 1 to 15
   * @throws io.haidang.models.ModelException when no engine answers in time
   */
  public List<String> others(
      TranslatedSegment written, TextKind kind, LocalDate date, int most, Deadline deadline) {
    TranslationContext context = new TranslationContext(kind.pair(), date, official.get());
    CallContext call = CallContext.interactive(deadline).reaching(kind.reach());
    return engines.alternatives(kind).alternatives(List.of(written), context, most, call).get(0);
  }

  private TextKind kind(Locale source, TextsRequest request) {
    DocumentFormat format =
        request.options().markup() == Markup.HTML ? DocumentFormat.HTML : DocumentFormat.PLAIN;
    LanguagePair pair =
        directions.nearest(
            source,
            request.target(),
            candidate -> isServed.test(new TextKind(candidate, format, request.sensitivity())));
    return new TextKind(pair, format, request.sensitivity());
  }

  private static List<String> before(String context, Locale source) {
    return context.isBlank()
        ? List.of()
        : Snippets.read(context, source, SnippetOptions.PLAIN).segments();
  }

  private List<TranslatedSegment> translate(
      SegmentBatch batch, TextKind kind, TranslationContext context, CallContext call) {
    SegmentTranslator engine =
        context.wishes().isEmpty() ? engines.translator(kind) : engines.instructed(kind);
    List<TranslatedSegment> segments = new ArrayList<>();
    for (Excerpt part : batch.parts(AT_A_TIME)) {
      segments.addAll(engine.translate(part, context, call));
    }
    return segments;
  }

  /** By segment. */
  private List<List<String>> alternatives(
      TranslatedText text, int most, TextKind kind, TranslationContext context, CallContext call) {
    return most == 0 || text.segments().isEmpty()
        ? List.of()
        : engines.alternatives(kind).alternatives(text.segments(), context, most, call);
  }

  private static TranslatedText merged(
      String text,
      SegmentedDocument document,
      Locale source,
      List<TranslatedSegment> segments,
      TranslationContext context) {
    if (segments.isEmpty()) {
      return TranslatedText.unchanged(text, new LanguageGuess(source, 1));
    }
    List<TranslatedSegment> settled = DocumentNames.settle(segments, context);
    List<String> targets = settled.stream().map(TranslatedSegment::target).toList();
    return new TranslatedText(
        document.mergeText(targets, context.pair().target()),
        new LanguageGuess(source, 1),
        text.codePointCount(0, text.length()),
        settled,
        List.of());
  }
}
