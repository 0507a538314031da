package io.haidang.translation.check;

import io.haidang.glossary.TextSpan;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * A text that is longer than its field allows ({@code length}), or so much shorter or longer than
 * the source that something is missing or made up ({@code incomplete}).
 */
final class LengthCheck implements Check {

  /** Shorter texts vary too much. */
  private static final int SHORTEST = 60;

  /** Of 1,004 pairs of FLORES two are shorter than this, and none is longer than the other. */
  private static final double LEAST = 0.55;

  private static final double MOST = 1.9;

  @Override
  public String id() {
    return "length";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<Finding> findings = new ArrayList<>();
    int length = length(pair.targetText());
    if (length > pair.limit()) {
      int fits = pair.targetText().offsetByCodePoints(0, Math.min(pair.limit(), length));
      TextSpan rest =
          new TextSpan(Math.min(fits, pair.targetText().length()), pair.targetText().length());
      String detail = length + " of " + pair.limit() + " characters";
      findings.add(new Finding(id(), Severity.ERROR, null, rest, "", detail));
    }
    int source = length(pair.sourceText());
    if (source >= SHORTEST && pair.isReadInFull()) {
      double ratio = (double) length / source;
      if (ratio < LEAST || ratio > MOST) {
        String detail =
            ratio < LEAST ? "much shorter than the source" : "much longer than the source";
        findings.add(new Finding("incomplete", Severity.WARNING, null, null, "", detail));
      }
    }
    return findings;
  }

  private static int length(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    return composed.codePointCount(0, composed.length());
  }

  @Override
  public List<Example> examples() {
    String source =
        "Thành phố Hải Phòng đẩy mạnh cải cách hành chính, thu hút đầu tư và phát triển cảng biển.";
    return List.of(
        Example.right(
            source,
            "Hai Phong City steps up administrative reform, attracts investment and develops its"
                + " seaports."),
        Example.wrong(source, "Hai Phong City steps up reform."));
  }
}
