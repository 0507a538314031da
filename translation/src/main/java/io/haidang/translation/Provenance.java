package io.haidang.translation;

import org.jspecify.annotations.Nullable;

/**
 * Where a text came from that no person has written here.
 *
 * @param engine id of the model
 * @param engineVersion digest of its files, or the provider's name of the model
 * @param promptVersion the instructions it was given; empty when it takes none
 * @param glossaryRelease names that were enforced
 * @param repaired whether the first output broke a term and a second one was taken
 * @param latencyMillis time spent generating, shared evenly by the segments of a batch; 0 from
 *     cache
 * @param memory the entry that it was taken from instead; null for what an engine wrote
 */
public record Provenance(
    String engine,
    String engineVersion,
    String promptVersion,
    String glossaryRelease,
    boolean repaired,
    long latencyMillis,
    @Nullable MemoryUse memory) {

  private static final String MEMORY = "memory";
  private static final String SOURCE = "source";
  private static final String NAMES = "names";

  /** Segments stored before instructions were recorded have no such field. */
  @SuppressWarnings("NullAway") // Whoever reads a stored segment may pass null.
  public Provenance {
    promptVersion = promptVersion == null ? "" : promptVersion;
  }

  /** Of a text that an engine wrote. */
  public Provenance(
      String engine,
      String engineVersion,
      String promptVersion,
      String glossaryRelease,
      boolean repaired,
      long latencyMillis) {
    this(engine, engineVersion, promptVersion, glossaryRelease, repaired, latencyMillis, null);
  }

  /**
   * Of a text that was taken from the memory.
   *
   * @param glossaryRelease names that it was checked against
   */
  public static Provenance of(MemoryUse use, String glossaryRelease) {
    return new Provenance(MEMORY, "", "", glossaryRelease, false, 0, use);
  }

  /**
   * Of a text that is as its source has it.
   *
   * @param glossaryRelease names that it was checked against
   */
  public static Provenance ofSource(String glossaryRelease) {
    return new Provenance(SOURCE, "", "", glossaryRelease, false, 0);
  }

  /**
   * Of a text that is a name as the glossary has it.
   *
   * @param glossaryRelease the names
   */
  public static Provenance ofNames(String glossaryRelease) {
    return new Provenance(NAMES, "", "", glossaryRelease, false, 0);
  }

  /** The same for a text that was mended afterwards. */
  public Provenance asRepaired() {
    return new Provenance(
        engine, engineVersion, promptVersion, glossaryRelease, true, latencyMillis, memory);
  }

  /** The same for a text that took no time, since it was made before. */
  public Provenance fromCache() {
    return new Provenance(
        engine, engineVersion, promptVersion, glossaryRelease, repaired, 0, memory);
  }
}
