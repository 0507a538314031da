package io.haidang.translation.memory.tmx;

import io.haidang.models.LanguagePair;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** A unit of a file while it is read. Not thread-safe; used once. */
final class TmxTu {

  /** Of a unit; who writes more variants or properties does not mean translations. */
  private static final int MOST_PARTS = 200;

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);

  private final Map<String, String> variants = new LinkedHashMap<>();
  private final Map<String, String> properties = new HashMap<>();
  private final TmxCodes codes = new TmxCodes();
  private String person = "";
  private String date = "";
  private boolean tooLong;

  private TmxTu() {}

  /** Reads from the start of a {@code tu} to its end. */
  static TmxTu read(XMLStreamReader xml) throws XMLStreamException {
    TmxTu unit = new TmxTu();
    unit.author(xml);
    String language = "";
    while (true) {
      int event = xml.next();
      if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("tu")) {
        return unit;
      }
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "tuv" -> {
          language = TmxReader.language(xml);
          unit.author(xml);
        }
        case "prop" -> unit.property(TmxReader.attribute(xml, "type"), TmxText.plain(xml));
        case "seg" -> unit.segment(language, xml);
        default -> {}
      }
    }
  }

  private void author(XMLStreamReader xml) {
    String changed = TmxReader.attribute(xml, "changeid");
    String by = changed.isEmpty() ? TmxReader.attribute(xml, "creationid") : changed;
    String changedAt = TmxReader.attribute(xml, "changedate");
    String at = changedAt.isEmpty() ? TmxReader.attribute(xml, "creationdate") : changedAt;
    person = by.isEmpty() ? person : by;
    date = at.isEmpty() ? date : at;
  }

  private void property(String type, String value) {
    if (properties.size() < MOST_PARTS) {
      properties.putIfAbsent(type.toLowerCase(Locale.ROOT), value);
    }
  }

  private void segment(String language, XMLStreamReader xml) throws XMLStreamException {
    TmxText text = TmxText.coded(xml, codes);
    tooLong |= text.isTooLong();
    if (variants.size() < MOST_PARTS) {
      variants.putIfAbsent(language, text.text().strip());
    }
  }

  /** Tells of each translation that is wanted, or why there is none. */
  void tell(String sourceLanguage, @Nullable LanguagePair wanted, TmxListener listener, int line) {
    if (tooLong) {
      listener.skipped(line, "too long");
      return;
    }
    String source = source(sourceLanguage, wanted);
    boolean isTold = false;
    for (Map.Entry<String, String> variant : variants.entrySet()) {
      if (!variant.getKey().equals(source) && isWanted(variant.getKey(), wanted)) {
        isTold |= tell(source, variant, wanted, listener);
      }
    }
    if (!isTold) {
      listener.skipped(line, "no translation");
    }
  }

  /** The language that is taken for the source: the one wanted, the one named, or the first. */
  private String source(String named, @Nullable LanguagePair wanted) {
    String sought = wanted == null ? named : wanted.source().toLanguageTag();
    String language = sought.toLowerCase(Locale.ROOT);
    return variants.keySet().stream()
        .filter(variant -> isForm(variant, language))
        .findFirst()
        .orElseGet(() -> wanted == null ? variants.keySet().stream().findFirst().orElse("") : "");
  }

  private static boolean isWanted(String language, @Nullable LanguagePair wanted) {
    return wanted == null
        || isForm(language, wanted.target().toLanguageTag().toLowerCase(Locale.ROOT));
  }

  /** Whether one tag is the other, or of a region of it. */
  private static boolean isForm(String tag, String language) {
    return !language.isEmpty()
        && (tag.equals(language)
            || tag.startsWith(language + "-")
            || language.startsWith(tag + "-"));
  }

  private boolean tell(
      String source,
      Map.Entry<String, String> variant,
      @Nullable LanguagePair wanted,
      TmxListener listener) {
    String text = variants.getOrDefault(source, "");
    Optional<LanguagePair> pair =
        wanted == null ? pair(source, variant.getKey()) : Optional.of(wanted);
    if (text.isEmpty() || variant.getValue().isEmpty() || pair.isEmpty()) {
      return false;
    }
    listener.unit(
        new TmxUnit(
            pair.get(),
            text,
            variant.getValue(),
            properties.get("prev"),
            properties.get("next"),
            properties.getOrDefault("x-domain", ""),
            person,
            at()));
    return true;
  }

  /** Regions are dropped, as the desk has none, but for those that stand for a script. */
  private static Optional<LanguagePair> pair(String source, String target) {
    try {
      LanguagePair pair = new LanguagePair(locale(source), locale(target));
      return pair.source().equals(pair.target()) ? Optional.empty() : Optional.of(pair);
    } catch (IllformedLocaleException e) {
      return Optional.empty();
    }
  }

  private static Locale locale(String tag) {
    Locale locale = new Locale.Builder().setLanguageTag(tag).build();
    if (locale.getLanguage().isEmpty()) {
      throw new IllformedLocaleException("no language");
    }
    return locale.getLanguage().equals("zh")
        ? locale
        : new Locale.Builder().setLanguage(locale.getLanguage()).build();
  }

  private @Nullable Instant at() {
    try {
      return date.isEmpty() ? null : LocalDateTime.parse(date, DATE).toInstant(ZoneOffset.UTC);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
