package io.haidang.gateway.engine;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.ApiKey;
import io.haidang.gateway.draft.TextKind;
import io.haidang.gateway.limit.Allowances;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslatedSegment;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.pipeline.DocumentNames;
import io.haidang.translation.review.Role;
import java.util.List;
import java.util.function.Supplier;

/**
 * Translates a sentence while somebody waits. Nothing is stored, and nobody has reviewed what comes
 * out.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> until the answer or the
 * deadline.
 */
public final class Sentences {

  /** In UTF-16 units; a longer text is a draft. */
  public static final int LONGEST = 2_000;

  private final EngineRouter engines;
  private final Supplier<TermEnforcer> terms;
  private final Allowances allowances;

  public Sentences(EngineRouter engines, Supplier<TermEnforcer> terms, Allowances allowances) {
    this.engines = engines;
    this.terms = terms;
    this.allowances = allowances;
  }

  /**
   * The machine's translation.
   *
   * @param text of all segments, with the white space of the source
   * @param characters of the source, in code points
   */
  public record Sentence(String text, long characters, List<TranslatedSegment> segments) {

    public Sentence {
      segments = List.copyOf(segments);
    }

    /** Whether the same is said when the same is asked: every segment came of a memory. */
    public boolean lasts() {
      return TranslatedText.last(segments);
    }
  }

  /**
   * Translates before documents, until the deadline.
   *
   * @throws GatewayException {@code not-permitted}, {@code text-too-large}, {@code
   *     unknown-language}, {@code quota-exceeded}
   * @throws io.haidang.models.ModelException when no engine answers in time
   * @throws io.haidang.translation.document.DocumentException when there is nothing to translate
   */
  public Sentence translate(SentenceRequest request, ApiKey key) {
    Account account = key.account();
    account.requireAny(Role.EDITOR, Role.REVIEWER);
    if (request.text().length() > LONGEST) {
      throw new GatewayException(
          ErrorCode.TEXT_TOO_LARGE,
          "text: " + request.text().length() + " characters (expected: at most " + LONGEST + ")");
    }
    TextKind kind = new TextKind(pair(request), DocumentFormat.PLAIN, request.sensitivity());
    return allowances.chargeCharacters(
        key, characters(request), () -> translate(request, kind, key));
  }

  private static long characters(SentenceRequest request) {
    return request.text().codePointCount(0, request.text().length());
  }

  private Sentence translate(SentenceRequest request, TextKind kind, ApiKey key) {
    SegmentedDocument document =
        SegmentedDocument.read(kind.format(), request.text(), kind.pair().source());
    CallContext call =
        CallContext.interactive(request.deadline())
            .reaching(kind.reach())
            .onAccountOf(key.account().login())
            .bookedAs(Allowances.work(key));
    TranslationContext context =
        new TranslationContext(kind.pair(), request.textDate(), terms.get());
    List<TranslatedSegment> segments =
        DocumentNames.settle(
            engines.translator(kind).translate(document.segments(), context, call), context);
    List<String> targets = segments.stream().map(TranslatedSegment::target).toList();
    return new Sentence(
        document.mergeText(targets, kind.pair().target()), characters(request), segments);
  }

  private static LanguagePair pair(SentenceRequest request) {
    try {
      return LanguagePair.of(request.sourceLanguage(), request.targetLanguage());
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.UNKNOWN_LANGUAGE,
          "language: unknown (expected: a BCP 47 tag such as vi or en)");
    }
  }
}
