package io.haidang.gateway.terms;

import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Finds out what translations name that were made before uses were written down. */
final class TermUseIndex {

  private TermUseIndex() {}

  /** Writes the uses of every segment there is, one translation after the other. */
  static void write(Handle handle, TermEnforcer terms) {
    List<UUID> targets =
        handle.createQuery("select distinct target_id from segment").mapTo(UUID.class).list();
    for (UUID target : targets) {
      TranslationContext context = context(handle, target, terms);
      for (Segment segment : segments(handle, target)) {
        TermUses.write(
            handle, target, segment.index(), segment.source(), segment.translation(), context);
      }
    }
  }

  private static TranslationContext context(Handle handle, UUID target, TermEnforcer terms) {
    return handle
        .createQuery(
            "select a.source_language, a.text_date, t.language from target t"
                + " join asset a on a.id = t.asset_id where t.id = :id")
        .bind("id", target)
        .map(
            (row, context) ->
                new TranslationContext(
                    new LanguagePair(
                        Locale.forLanguageTag(row.getString("source_language")),
                        Locale.forLanguageTag(row.getString("language"))),
                    row.getObject("text_date", LocalDate.class),
                    terms))
        .one();
  }

  private static List<Segment> segments(Handle handle, UUID target) {
    return handle
        .createQuery("select idx, source, target from segment where target_id = :id")
        .bind("id", target)
        .map(
            (row, context) ->
                new Segment(row.getInt("idx"), row.getString("source"), row.getString("target")))
        .list();
  }

  private record Segment(int index, String source, String translation) {}
}
