package io.haidang.gateway.web.review;

import io.haidang.gateway.draft.Target;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.gateway.web.review.MarkedText.Figure;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Counterparts;
import java.util.ArrayList;
import java.util.List;

/** The numbers, dates and times on both sides of a translation, each with what it belongs to. */
final class Figures {

  private static final int ALONE = -1;

  private final Target target;
  private final TranslationContext context;
  private final Texts texts;

  Figures(Target target, TermEnforcer terms, Texts texts) {
    this.target = target;
    this.context =
        new TranslationContext(
            new LanguagePair(target.asset().sourceLanguage(), target.language()),
            target.asset().textDate(),
            terms);
    this.texts = texts;
  }

  /** Those of a segment and of its translation, in no particular order. */
  record Both(List<Figure> source, List<Figure> target) {}

  /** What is worded anew in its own language has no segment of its own to be held against. */
  Both of(String source, String translation) {
    Counterparts found =
        target.isInAnotherLanguage()
            ? Counterparts.of(source, translation, context)
            : Counterparts.NONE;
    List<Figure> left = new ArrayList<>();
    List<Figure> right = new ArrayList<>();
    for (int i = 0; i < found.pairs().size(); i++) {
      Counterparts.Pair pair = found.pairs().get(i);
      left.add(new Figure(pair.source(), i, title("target", pair.target(), translation)));
      right.add(new Figure(pair.target(), i, title("source", pair.source(), source)));
    }
    found.lost().forEach(span -> left.add(alone("target", span)));
    found.added().forEach(span -> right.add(alone("source", span)));
    return new Both(left, right);
  }

  private String title(String side, TextSpan counterpart, String text) {
    return texts.get("figure.in-" + side, counterpart.of(text));
  }

  private Figure alone(String side, TextSpan span) {
    return new Figure(span, ALONE, texts.get("figure.not-in-" + side));
  }
}
