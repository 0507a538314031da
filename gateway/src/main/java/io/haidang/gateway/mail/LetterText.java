package io.haidang.gateway.mail;

import io.haidang.gateway.events.Occasion;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * Subject and body of a letter: what happened, and where to read it. Titles stand in the body only,
 * on one line each, and only those that anybody may read; no word of a text, nobody's name.
 */
record LetterText(String subject, String body) {

  private static final String BUNDLE = "io.haidang.gateway.mail.letters";

  static LetterText of(List<Errand.News> news, Locale language, String site) {
    Words words = new Words(language);
    StringBuilder body = new StringBuilder(words.get("greeting")).append("\n\n");
    for (Errand.News line : news) {
      body.append("* ").append(words.of(line.occasion()));
      if (!line.title().isEmpty()) {
        body.append(": ").append(oneLine(line.title()));
      }
      body.append("\n  ").append(site).append("/inbox/").append(line.notification()).append('\n');
    }
    body.append('\n').append(words.get("end")).append('\n');
    body.append(site).append("/inbox/settings\n");
    String subject =
        news.size() == 1 ? words.of(news.get(0).occasion()) : words.get("many", news.size());
    return new LetterText("Hải Đăng: " + subject, body.toString());
  }

  private static String oneLine(String title) {
    return title.replaceAll("\\s+", " ").strip();
  }

  private record Words(ResourceBundle bundle, Locale language) {

    Words(Locale language) {
      this(
          ResourceBundle.getBundle(
              BUNDLE, language, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES)),
          language);
    }

    String of(Occasion occasion) {
      return bundle.getString(occasion.id());
    }

    String get(String key, Object... values) {
      return new MessageFormat(bundle.getString(key), language).format(values);
    }
  }
}
