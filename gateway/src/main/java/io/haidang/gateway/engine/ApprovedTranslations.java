package io.haidang.gateway.engine;

import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.store.Database;
import io.haidang.models.GenerationHints.SimilarTranslation;
import io.haidang.models.LanguagePair;
import io.haidang.translation.SimilarTranslations;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.TargetState;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What reviewers have signed off of public texts: the memory that a provider may see. Of the newest
 * segments of about the same length those are similar that share most pairs of words.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class ApprovedTranslations implements SimilarTranslations {

  private static final int MOST = 3;
  private static final double LEAST_SIMILAR = 0.5;

  /** Enough for years of an office's news; comparing them takes milliseconds. */
  private static final int NEWEST = 2_000;

  private static final List<String> SIGNED_OFF =
      Stream.of(TargetState.values()).filter(TargetState::isSignedOff).map(Enum::name).toList();

  private static final String SQL =
      "select s.source, s.target from segment s"
          + " join target t on t.id = s.target_id join asset a on a.id = t.asset_id"
          + " where t.state in (<states>) and t.language = :target"
          + " and a.source_language = :source and a.sensitivity = :sensitivity"
          + " and char_length(s.source) between :shortest and :longest and s.target <> ''"
          + " order by t.updated_at desc, s.idx limit :newest";

  private final Database database;

  public ApprovedTranslations(Database database) {
    this.database = database;
  }

  @Override
  public List<SimilarTranslation> find(String text, LanguagePair pair) {
    WordPairs wanted = WordPairs.of(text);
    return candidates(text, pair).stream()
        .map(found -> new Scored(found, wanted.similarity(WordPairs.of(found.source()))))
        .filter(scored -> scored.similarity() >= LEAST_SIMILAR)
        .sorted(Comparator.comparingDouble(Scored::similarity).reversed())
        .map(Scored::found)
        .distinct()
        .limit(MOST)
        .toList();
  }

  private record Scored(SimilarTranslation found, double similarity) {}

  /** Other labels are left out here, whatever the text in hand: its hints go to a provider. */
  private List<SimilarTranslation> candidates(String text, LanguagePair pair) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                handle
                    .createQuery(SQL)
                    .bindList("states", SIGNED_OFF)
                    .bind("target", pair.target().toLanguageTag())
                    .bind("source", pair.source().toLanguageTag())
                    .bind("sensitivity", Sensitivity.PUBLIC.name())
                    .bind("shortest", text.length() / 2)
                    .bind("longest", text.length() * 2)
                    .bind("newest", NEWEST)
                    .map(
                        (row, context) ->
                            new SimilarTranslation(
                                InlineCodes.strip(row.getString("source")),
                                InlineCodes.strip(row.getString("target"))))
                    .list());
  }
}
