package io.haidang.translation.check;

import io.haidang.translation.document.CodedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Inline codes that were lost, doubled, made up, or that cross each other. */
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
      return isNested(pair.source()) && !isNested(pair.target())
          ? List.of(new Finding(id(), Severity.ERROR, null, null, "", "not nested"))
          : List.of();
    }
    String detail = extra.isEmpty() ? "lost" : "not in the source: " + String.join(" ", extra);
    return List.of(new Finding(id(), Severity.ERROR, null, null, String.join(" ", lost), detail));
  }

  /** Whether every range that opens closes, the last one first. */
  private static boolean isNested(CodedText text) {
    Deque<Integer> open = new ArrayDeque<>();
    for (CodedText.Code code : text.codes()) {
      if (code.kind() == CodedText.Kind.OPEN) {
        open.push(code.id());
      } else if (code.kind() == CodedText.Kind.CLOSE
          && (open.isEmpty() || open.pop() != code.id())) {
        return false;
      }
    }
    return open.isEmpty();
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
        Example.wrong("Xem trang.", "See ‹2/›page."),
        Example.wrong("Xem ‹1›trang ‹2›này‹/2›‹/1›.", "See ‹1›this ‹2›page‹/1›‹/2›."));
  }
}
