package io.haidang.gateway.terms;

import io.haidang.gateway.Beginning;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.store.Database;
import io.haidang.glossary.Glossary;
import io.haidang.glossary.extract.TermCandidate;
import io.haidang.glossary.extract.TermExtractor;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.Role;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What the texts name and the glossary does not have, for the terminologist to propose from.
 * Nothing is kept: each question reads the text anew.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and computes for as long
 * as the text is; never call it on an event loop.
 */
public final class Candidates {

  /** Segments that are read of one text. */
  static final int MOST_SEGMENTS = 1_000;

  /** UTF-16 units that are read of one segment; whatever is longer is no sentence. */
  private static final int LONGEST_SEGMENT = 10_000;

  /** UTF-16 units of a wording; whatever is longer is no name. */
  private static final int LONGEST_WORDING = 200;

  /** Segments that have both wordings; what stands together once may do so by chance. */
  private static final int FEWEST_TOGETHER = 2;

  private final Database database;
  private final ReleasedGlossary released;
  private final Originals originals;
  private final TargetTable targets;

  Candidates(Database database, ReleasedGlossary released, Clock clock) {
    this.database = database;
    this.released = released;
    this.originals = new Originals(database.contents());
    this.targets = new TargetTable(clock);
  }

  /**
   * Some of what a text names.
   *
   * @param release of the glossary that does not have it
   * @param isParallel whether an approved translation was read, too
   * @param read segments that were read; fewer than {@code segments} of a very long text
   * @param total how many candidates there are without limits
   */
  public record Found(
      Target target,
      String release,
      boolean isParallel,
      int read,
      int segments,
      int total,
      List<Candidate> candidates) {}

  /**
   * The candidates of a text, those most worth reading first; with renderings once a reviewer has
   * approved the translation.
   *
   * @throws GatewayException {@code not-permitted} unless {@code reader} is a terminologist, {@code
   *     not-found}
   */
  public Found of(UUID target, int offset, int limit, Account reader) {
    reader.require(Role.TERMINOLOGIST);
    Text text = read(target);
    Glossary glossary = released.glossary();
    List<TermCandidate> all =
        extract(text, new TermExtractor(glossary)).stream()
            .filter(found -> found.text().length() <= LONGEST_WORDING)
            .toList();
    return new Found(
        text.target(),
        glossary.release().value(),
        text.isParallel(),
        text.sources().size(),
        text.segments(),
        all.size(),
        all.stream().skip(offset).limit(limit).map(Candidates::candidate).toList());
  }

  private Text read(UUID id) {
    Target target = database.jdbi().withHandle(handle -> targets.require(handle, id));
    return target.state().isSignedOff() && target.form().isTranslation()
        ? database.jdbi().withHandle(handle -> parallel(handle, target))
        : source(target);
  }

  /**
   * What is read of a translation.
   *
   * @param sources without inline codes
   * @param translations one for each source; empty unless somebody has approved them
   * @param segments of the whole text
   */
  private record Text(
      Target target, List<String> sources, List<String> translations, int segments) {

    boolean isParallel() {
      return !translations.isEmpty();
    }
  }

  /** A machine's wording is nothing to learn from, so that only the source is read. */
  private Text source(Target target) {
    List<String> segments = originals.document(target.asset()).segments();
    return new Text(
        target,
        segments.stream().limit(MOST_SEGMENTS).map(Candidates::plain).toList(),
        List.of(),
        segments.size());
  }

  private static Text parallel(Handle handle, Target target) {
    List<Pair> pairs =
        handle
            .createQuery(
                "select source, target from segment where target_id = :id order by idx limit :most")
            .bind("id", target.id())
            .bind("most", MOST_SEGMENTS)
            .map((row, context) -> new Pair(row.getString("source"), row.getString("target")))
            .list();
    return new Text(
        target,
        pairs.stream().map(Pair::source).map(Candidates::plain).toList(),
        pairs.stream().map(Pair::translation).map(Candidates::plain).toList(),
        target.segmentsTotal());
  }

  private record Pair(String source, String translation) {}

  private static String plain(String segment) {
    return Beginning.of(InlineCodes.strip(segment), LONGEST_SEGMENT);
  }

  private static List<TermCandidate> extract(Text text, TermExtractor extractor) {
    return text.isParallel()
        ? extractor.extract(
            text.sources(),
            text.target().asset().sourceLanguage(),
            text.translations(),
            text.target().language())
        : extractor.extract(text.sources(), text.target().asset().sourceLanguage());
  }

  private static Candidate candidate(TermCandidate found) {
    return new Candidate(
        found.text(),
        found.kind(),
        found.count(),
        found.renderings().stream()
            .filter(rendering -> rendering.count() >= FEWEST_TOGETHER)
            .toList(),
        found.examples().stream()
            .map(example -> ConcordanceLine.of(example.segment(), example.text(), found.text()))
            .toList());
  }
}
