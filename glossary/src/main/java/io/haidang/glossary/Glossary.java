package io.haidang.glossary;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An immutable snapshot of the official names, ready to be matched.
 *
 * <p><b>Thread-safety:</b> immutable; share one instance. <b>Blocking:</b> matching is linear in
 * the text and does no I/O.
 */
public final class Glossary {

  private final GlossaryRelease release;
  private final List<Concept> concepts;

  private Glossary(GlossaryRelease release, Collection<Concept> concepts) {
    this.release = release;
    this.concepts = List.copyOf(concepts);
  }

  /** Compiles {@code concepts}; refuses two concepts with one id. */
  public static Glossary of(GlossaryRelease release, Collection<Concept> concepts) {
    return new Glossary(release, concepts);
  }

  /** The official names that Hải Đăng ships with, Vietnamese to English. */
  public static Glossary starter() {
    throw new UnsupportedOperationException();
  }

  public GlossaryRelease release() {
    return release;
  }

  /** In the order of the source. */
  public List<Concept> concepts() {
    return concepts;
  }

  public Optional<Concept> find(ConceptId id) {
    throw new UnsupportedOperationException();
  }

  /**
   * The longest non-overlapping occurrences of terms of {@code language}, left to right. Recognises
   * every status but never decides which name is right: that depends on the date of the text, see
   * {@link io.haidang.glossary.enforce.TermEnforcer}.
   */
  public List<TermMatch> match(String text, Locale language) {
    throw new UnsupportedOperationException();
  }
}
