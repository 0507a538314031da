package io.haidang.glossary.io;

import io.haidang.glossary.TermStatus;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a column means: a field, wordings with a status in a language, or nothing.
 *
 * @param field null for wordings and for what is skipped
 * @param status of the wordings; null for fields
 * @param language of the wordings; null when the header names none
 */
record ColumnRole(@Nullable Field field, @Nullable TermStatus status, @Nullable Locale language) {

  static final ColumnRole SKIP = new ColumnRole(null, null, null);

  private static final Pattern WORDINGS =
      Pattern.compile("(preferred|admitted|abbreviation|forbidden)(?:_(.+))?");

  private static final Set<String> LANGUAGES =
      new HashSet<>(Arrays.asList(Locale.getISOLanguages()));

  /** Headers of other lists; their meaning here. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("vietnamese", "vi"),
          Map.entry("tiếng_việt", "vi"),
          Map.entry("english", "en"),
          Map.entry("tiếng_anh", "en"),
          Map.entry("tiếng_trung", "zh"),
          Map.entry("chinese", "zh"),
          Map.entry("japanese", "ja"),
          Map.entry("tiếng_nhật", "ja"),
          Map.entry("korean", "ko"),
          Map.entry("tiếng_hàn", "ko"),
          Map.entry("french", "fr"),
          Map.entry("tiếng_pháp", "fr"),
          Map.entry("id", "concept_id"),
          Map.entry("entry_id", "concept_id"),
          Map.entry("thuật_ngữ", "term"),
          Map.entry("ngôn_ngữ", "language"),
          Map.entry("lang", "language"),
          Map.entry("trạng_thái", "status"),
          Map.entry("lý_do", "reason"),
          Map.entry("viết_tắt", "abbreviation"),
          Map.entry("abbr", "abbreviation"),
          Map.entry("abbr.", "abbreviation"),
          Map.entry("cấm_dùng", "forbidden"),
          Map.entry("lĩnh_vực", "domain"),
          Map.entry("subject_field", "domain"),
          Map.entry("định_nghĩa", "definition"),
          Map.entry("ghi_chú", "note"),
          Map.entry("notes", "note"),
          Map.entry("comment", "note"),
          Map.entry("nguồn", "source"),
          Map.entry("điều", "article"),
          Map.entry("hiệu_lực_từ", "valid_from"),
          Map.entry("hiệu_lực_đến", "valid_to"),
          Map.entry("thay_bằng", "successor"),
          Map.entry("translation_needed", "translate"),
          Map.entry("no", "skip"),
          Map.entry("no.", "skip"),
          Map.entry("stt", "skip"),
          Map.entry("#", "skip"));

  static ColumnRole parse(String header) {
    String plain = header.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "_");
    String name = SYNONYMS.getOrDefault(plain, plain);
    for (Field field : Field.values()) {
      if (field.header().equals(name)) {
        return new ColumnRole(field, null, null);
      }
    }
    Matcher wordings = WORDINGS.matcher(name);
    if (wordings.matches()) {
      String tag = wordings.group(2);
      @Nullable Locale language = tag == null ? null : language(tag);
      return tag == null || language != null
          ? new ColumnRole(null, Values.status(wordings.group(1)), language)
          : SKIP;
    }
    @Nullable Locale language = language(name);
    return language == null ? SKIP : new ColumnRole(null, TermStatus.PREFERRED, language);
  }

  private static @Nullable Locale language(String tag) {
    try {
      Locale locale = Values.language(tag);
      return LANGUAGES.contains(locale.getLanguage()) ? locale : null;
    } catch (FieldException e) {
      return null;
    }
  }

  boolean isWording() {
    return status != null;
  }

  ColumnRole in(Locale other) {
    return new ColumnRole(field, status, other);
  }

  /** The header that means this. */
  String header() {
    if (field != null) {
      return field.header();
    }
    if (status == null) {
      return "skip";
    }
    String tag = language == null ? "" : language.toLanguageTag();
    return status == TermStatus.PREFERRED ? tag : Values.name(status) + "_" + tag;
  }
}
