package io.haidang.gateway.terms;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Visibility;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.ConceptId;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.TermMatch;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.TargetState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Which translations name which concept, kept up to date with every segment.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL.
 */
public final class TermUses {

  private static final String FOR_READER =
      " from term_use u join target t on t.id = u.target_id join asset a on a.id = t.asset_id"
          + " where u.concept_id = :concept and "
          + Visibility.condition("a.story_id");

  private final Database database;

  TermUses(Database database) {
    this.database = database;
  }

  /**
   * One place of use.
   *
   * @param index of the segment, from 0
   * @param wording as the source writes it; empty where only the translation names the concept
   * @param rendering as the translation writes it; empty where it does not
   * @param release of the glossary that the segment was last checked against
   * @param textDate of the text
   */
  public record Place(
      UUID target,
      String title,
      Locale language,
      TargetState targetState,
      LocalDate textDate,
      int index,
      String wording,
      String rendering,
      String release) {}

  /** Where texts for a reader use a concept, the newest texts first. */
  public List<Place> of(ConceptId concept, Account reader, int offset, int limit) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                Visibility.bind(
                        handle.createQuery(
                            "select u.*, t.language, t.state, a.title, a.text_date"
                                + FOR_READER
                                + " order by a.text_date desc, a.id,"
                                + " t.language, u.idx, u.ordinal limit :limit offset :offset"),
                        reader)
                    .bind("concept", concept.value())
                    .bind("limit", limit)
                    .bind("offset", offset)
                    .map((row, context) -> place(row))
                    .list());
  }

  /** How many places {@link #of} would give without limits. */
  public long count(ConceptId concept, Account reader) {
    return database
        .jdbi()
        .withHandle(
            handle ->
                Visibility.bind(handle.createQuery("select count(*)" + FOR_READER), reader)
                    .bind("concept", concept.value())
                    .mapTo(Long.class)
                    .one());
  }

  /** How many places of the whole house use a concept. */
  public long count(ConceptId concept) {
    return database.jdbi().withHandle(handle -> count(handle, concept));
  }

  static long count(Handle handle, ConceptId concept) {
    return handle
        .createQuery("select count(*) from term_use where concept_id = :concept")
        .bind("concept", concept.value())
        .mapTo(Long.class)
        .one();
  }

  private static Place place(ResultSet row) throws SQLException {
    return new Place(
        row.getObject("target_id", UUID.class),
        row.getString("title"),
        Locale.forLanguageTag(row.getString("language")),
        TargetState.valueOf(row.getString("state")),
        row.getObject("text_date", LocalDate.class),
        row.getInt("idx"),
        row.getString("wording"),
        row.getString("rendering"),
        row.getString("release"));
  }

  /** Official names as a translation writes them, each once; none of a single word. */
  public static List<String> renderings(Handle handle, UUID target) {
    return handle
        .createQuery(
            "select distinct rendering from term_use where target_id = :target"
                + " and rendering like '% %' order by rendering")
        .bind("target", target)
        .mapTo(String.class)
        .list();
  }

  /**
   * Writes down what a segment names, in place of what it named before.
   *
   * @param index of the segment
   * @param source with inline codes
   * @param translation with inline codes
   * @param context under which the segment was checked
   */
  public static void write(
      Handle handle,
      UUID target,
      int index,
      String source,
      String translation,
      TranslationContext context) {
    handle
        .createUpdate("delete from term_use where target_id = :target and idx = :index")
        .bind("target", target)
        .bind("index", index)
        .execute();
    List<Use> uses = uses(InlineCodes.strip(source), InlineCodes.strip(translation), context);
    if (!uses.isEmpty()) {
      insert(handle, target, index, uses, context.terms().glossary().release().value());
    }
  }

  private static void insert(
      Handle handle, UUID target, int index, List<Use> uses, String release) {
    PreparedBatch batch =
        handle.prepareBatch(
            "insert into term_use (target_id, idx, ordinal, concept_id, wording, rendering, release)"
                + " values (:target, :index, :ordinal, :concept, :wording, :rendering, :release)");
    for (int i = 0; i < uses.size(); i++) {
      batch
          .bind("target", target)
          .bind("index", index)
          .bind("ordinal", i)
          .bind("concept", uses.get(i).concept().value())
          .bind("wording", uses.get(i).wording())
          .bind("rendering", uses.get(i).rendering())
          .bind("release", release)
          .add();
    }
    batch.execute();
  }

  private record Use(ConceptId concept, String wording, String rendering) {}

  /** The names of the source, each with its rendering, then what only the translation names. */
  private static List<Use> uses(String source, String translation, TranslationContext context) {
    Glossary glossary = context.terms().glossary();
    Map<ConceptId, Deque<String>> renderings = new HashMap<>();
    List<TermMatch> written =
        glossary.match(translation, context.pair().target(), context.textDate());
    for (TermMatch match : written) {
      renderings
          .computeIfAbsent(match.concept().id(), id -> new ArrayDeque<>(1))
          .add(match.span().of(translation));
    }
    List<Use> uses = new ArrayList<>();
    for (TermMatch match : glossary.match(source, context.pair().source(), context.textDate())) {
      ConceptId concept = match.concept().id();
      Deque<String> left = renderings.getOrDefault(concept, new ArrayDeque<>(0));
      String rendering = left.isEmpty() ? "" : left.remove();
      uses.add(new Use(concept, match.span().of(source), rendering));
    }
    for (TermMatch match : written) {
      ConceptId concept = match.concept().id();
      Deque<String> left = renderings.getOrDefault(concept, new ArrayDeque<>(0));
      if (!left.isEmpty()) {
        uses.add(new Use(concept, "", left.remove()));
      }
    }
    return uses;
  }
}
