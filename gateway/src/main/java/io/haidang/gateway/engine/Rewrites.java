package io.haidang.gateway.engine;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.memory.Labels;
import io.haidang.models.CallContext;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelException;
import io.haidang.summarization.rewrite.RewriteTask;
import io.haidang.summarization.rewrite.Rewriter;
import io.haidang.translation.memory.MemoryMatch;
import io.haidang.translation.memory.MemoryQuery;
import io.haidang.translation.memory.TranslationMemory;
import io.haidang.translation.review.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Words texts better while somebody waits. A wording that the memory has for just that text, in its
 * own language, goes before anything that a model would write. Nothing is stored, and nobody has
 * reviewed what comes out.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> until the answer or the
 * deadline.
 */
public final class Rewrites {

  /** Of all texts of a request together, in UTF-16 units. */
  public static final int LONGEST = 10_000;

  private final RewriteEngines engines;
  private final TranslationMemory memory;
  private final Directions directions;

  public Rewrites(RewriteEngines engines, TranslationMemory memory, Directions directions) {
    this.engines = engines;
    this.memory = memory;
    this.directions = directions;
  }

  /**
   * A text and where it came from.
   *
   * @param source language that the text was found to be in
   */
  public record Rewritten(String text, Locale source) {}

  /** The language that a text is in. */
  public Locale tell(String text) {
    return directions.tell(text, Locale.ROOT).language();
  }

  /**
   * One wording for each text, in their order; the text itself where nothing better could be had
   * that states the same.
   *
   * @throws GatewayException {@code not-permitted}, {@code text-too-large}; {@code
   *     unsupported-pair} when nobody words such texts; {@code invalid-request} for a text in
   *     another language
   * @throws ModelException when those who do cannot now
   */
  public List<Rewritten> rewrite(RewriteRequest request, Account account) {
    check(request, account);
    List<@Nullable Rewritten> done = new ArrayList<>();
    List<Integer> missing = new ArrayList<>();
    for (String text : request.texts()) {
      Locale source = directions.tell(text, request.language()).language();
      Optional<String> known = text.isBlank() ? Optional.of(text) : remembered(text, request);
      done.add(known.map(wording -> new Rewritten(wording, source)).orElse(null));
      if (known.isEmpty()) {
        requireLanguage(source, request.language());
        missing.add(done.size() - 1);
      }
    }
    if (!missing.isEmpty()) {
      List<String> texts = missing.stream().map(request.texts()::get).toList();
      List<String> made = ask(texts, request, account);
      for (int i = 0; i < made.size(); i++) {
        done.set(missing.get(i), new Rewritten(made.get(i), request.language()));
      }
    }
    return done.stream().map(Objects::requireNonNull).toList();
  }

  private static void check(RewriteRequest request, Account account) {
    account.requireAny(Role.EDITOR, Role.REVIEWER);
    long length = request.texts().stream().mapToLong(String::length).sum();
    if (length > LONGEST) {
      throw new GatewayException(
          ErrorCode.TEXT_TOO_LARGE,
          "text: " + length + " characters (expected: at most " + LONGEST + " in all)");
    }
  }

  private static void requireLanguage(Locale source, Locale language) {
    if (!source.getLanguage().equals(language.getLanguage())) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "text: in "
              + source.toLanguageTag()
              + " (expected: in target_lang "
              + language.toLanguageTag()
              + "; texts are not translated here)");
    }
  }

  private Optional<String> remembered(String text, RewriteRequest request) {
    LanguagePair within = new LanguagePair(base(request.language()), base(request.language()));
    MemoryQuery query =
        new MemoryQuery(
            within,
            text,
            null,
            null,
            "",
            Labels.visibleTo(request.sensitivity()),
            MemoryMatch.NEAR_SCORE,
            1);
    return memory.find(query).stream()
        .filter(MemoryMatch::isFull)
        .map(MemoryMatch::target)
        .findFirst();
  }

  private static Locale base(Locale language) {
    return Locale.forLanguageTag(language.getLanguage());
  }

  private List<String> ask(List<String> texts, RewriteRequest request, Account account) {
    List<Rewriter> rewriters = engines.rewriters(request.language(), request.sensitivity());
    CallContext call =
        CallContext.interactive(request.deadline())
            .reaching(request.sensitivity().reach())
            .onAccountOf(account.login());
    RewriteTask task =
        new RewriteTask(request.language(), request.extent(), request.manner(), request.textDate());
    @Nullable ModelException failure = null;
    for (Rewriter rewriter : rewriters) {
      try {
        return rewriter.rewrite(texts, task, call);
      } catch (ModelException.Cancelled | ModelException.DeadlineExceeded e) {
        throw e;
      } catch (ModelException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    throw new GatewayException(
        ErrorCode.UNSUPPORTED_PAIR,
        "Text improvement: nobody words such texts in "
            + request.language().toLanguageTag()
            + " here (expected: a provider for that language, and a public text)");
  }
}
