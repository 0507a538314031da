package io.haidang.translation.document.pdf;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import io.haidang.translation.document.InlineCodes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Entities;

/** Inline codes of recognised text: each marks words that the recogniser was unsure of. */
final class Codes {

  private Codes() {}

  /** Marks words. */
  static String unsure(String words) {
    return CodedText.write(
        words, List.of(new Code(Kind.OPEN, 1, 0), new Code(Kind.CLOSE, 1, words.length())));
  }

  /** Gives each pair a number of its own, in reading order. */
  static String renumber(String text) {
    CodedText coded = CodedText.parse(text);
    List<Code> codes = new ArrayList<>();
    int pairs = 0;
    for (Code code : coded.codes()) {
      pairs += code.kind() == Kind.OPEN ? 1 : 0;
      codes.add(new Code(code.kind(), pairs, code.offset()));
    }
    return CodedText.write(coded.plain(), codes);
  }

  /** A translation as HTML; whatever happened to the codes, marks are opened and ended in turn. */
  static String html(String translation, int pairs) {
    CodedText coded = CodedText.parse(translation);
    StringBuilder html = new StringBuilder();
    Set<Integer> used = new HashSet<>();
    int open = 0;
    int written = 0;
    for (Code code : coded.codes()) {
      html.append(escape(coded.plain().substring(written, code.offset())));
      written = code.offset();
      if (code.kind() == Kind.ALONE || code.id() > pairs) {
        html.append(escape(code.text()));
      } else if (code.kind() == Kind.OPEN && open == 0 && used.add(code.id())) {
        html.append("<mark>");
        open = code.id();
      } else if (code.kind() == Kind.CLOSE && open == code.id()) {
        html.append("</mark>");
        open = 0;
      }
    }
    html.append(escape(coded.plain().substring(written)));
    return open == 0 ? html.toString() : html.append("</mark>").toString();
  }

  private static String escape(String text) {
    return Entities.escape(InlineCodes.unescape(text));
  }
}
