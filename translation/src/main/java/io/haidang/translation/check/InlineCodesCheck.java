package io.haidang.translation.check;

import io.haidang.translation.document.CodedText;
import java.util.ArrayList;
import java.util.List;

/** Inline codes that were lost, doubled or made up. */
final class InlineCodesCheck implements Check {

  @Override
  public String id() {
    return "inline-codes";
  }

  @Override
  public List<Finding> run(CheckedPair pair) {
    List<String> lost = texts(pair.source());
    List<String> extra = new ArrayList<>();
    for (String code : texts(pair.target())) {
      if (!lost.remove(code)) {
        extra.add(code);
      }
    }
    if (lost.isEmpty() && extra.isEmpty()) {
      return List.of();
    }
    String detail = extra.isEmpty() ? "lost" : "not in the source: " + String.join(" ", extra);
    return List.of(new Finding(id(), Severity.ERROR, null, null, String.join(" ", lost), detail));
  }

  private static List<String> texts(CodedText text) {
    return new ArrayList<>(text.codes().stream().map(CodedText.Code::text).toList());
  }

  @Override
  public List<Example> examples() {
    return List.of(
        Example.right("Xem ‹1›trang‹/1› này.", "See this ‹1›page‹/1›."),
        Example.right("Một ‹1/›hai", "One ‹1/›two"),
        Example.wrong("Xem ‹1›trang‹/1› này.", "See this page."),
        Example.wrong("Xem ‹1›trang‹/1› này.", "See ‹1›this‹/1› ‹1›page‹/1›."),
        Example.wrong("Xem trang.", "See ‹2/›page."));
  }
}
