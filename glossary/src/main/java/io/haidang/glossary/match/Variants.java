package io.haidang.glossary.match;

import io.haidang.glossary.Concept;
import io.haidang.glossary.Term;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways in which one name is written: Vietnamese offices use customary short forms, English
 * inflects.
 */
final class Variants {

  private static final int MOST = 24;

  private static final List<ShortForm> SHORT_FORMS =
      List.of(
          new ShortForm("Ủy ban nhân dân", "UBND"),
          new ShortForm("Hội đồng nhân dân", "HĐND"),
          new ShortForm("Mặt trận Tổ quốc", "MTTQ"),
          new ShortForm("Đoàn đại biểu Quốc hội", "Đoàn ĐBQH"),
          new ShortForm("Cộng hòa xã hội chủ nghĩa", "CHXHCN"),
          new ShortForm("Ban Thường vụ", "BTV"),
          new ShortForm("Ban Quản lý", "BQL"),
          new ShortForm("Khu kinh tế", "KKT"),
          new ShortForm("Trung ương", "TW"),
          new ShortForm("Trung ương", "TƯ"),
          new ShortForm("thành phố", "TP"),
          new ShortForm("thành phố", "TP."));

  /** Written without a space: TP.Hải Phòng. */
  private static final String CITY_WITH_DOT = "TP. ";

  private Variants() {}

  /** The wording itself first. */
  static Set<String> of(Concept concept, Term term) {
    return switch (term.language().getLanguage()) {
      case "vi" -> vietnamese(term.text());
      case "en" -> english(concept, term);
      default -> Set.of(term.text());
    };
  }

  /** Without the possessives: a word ends at the apostrophe anyway. */
  private static Set<String> english(Concept concept, Term term) {
    Set<String> forms = EnglishInflector.forms(concept, term);
    String wording = forms.iterator().next();
    forms.removeIf(form -> !form.equals(wording) && (form.endsWith("'s") || form.endsWith("'")));
    return forms;
  }

  private static Set<String> vietnamese(String text) {
    Set<String> wordings = new LinkedHashSet<>();
    wordings.add(text);
    for (ShortForm form : SHORT_FORMS) {
      for (String wording : List.copyOf(wordings)) {
        form.addTo(wordings, wording);
      }
    }
    for (String wording : List.copyOf(wordings)) {
      if (wording.contains(CITY_WITH_DOT)) {
        wordings.add(wording.replace(CITY_WITH_DOT, CITY_WITH_DOT.strip()));
      }
    }
    return wordings;
  }

  private record ShortForm(String full, String brief) {

    void addTo(Set<String> wordings, String wording) {
      replace(wordings, wording, full, brief);
      replace(wordings, wording, brief + " ", full + " ");
      if (wording.endsWith(brief)) {
        replace(wordings, wording, brief, full);
      }
    }

    private static void replace(Set<String> wordings, String wording, String from, String to) {
      int at = indexIgnoringCase(wording, from);
      if (at >= 0 && wordings.size() < MOST) {
        String replaced = wording.substring(0, at) + to + wording.substring(at + from.length());
        wordings.add(at == 0 ? capitalised(replaced) : replaced);
      }
    }

    private static int indexIgnoringCase(String text, String part) {
      for (int i = 0; i + part.length() <= text.length(); i++) {
        if (startsWord(text, i) && text.regionMatches(true, i, part, 0, part.length())) {
          return i;
        }
      }
      return -1;
    }

    private static boolean startsWord(String text, int at) {
      return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static String capitalised(String text) {
      return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
  }
}
