package io.haidang.translation;

/**
 * Where a machine text came from.
 *
 * @param engine id of the model
 * @param engineVersion digest of its files, or the provider's name of the model
 * @param promptVersion the instructions it was given; empty when it takes none
 * @param glossaryRelease names that were enforced
 * @param repaired whether the first output broke a term and a second one was taken
 * @param latencyMillis time spent generating, shared evenly by the segments of a batch; 0 from
 *     cache
 */
public record Provenance(
    String engine,
    String engineVersion,
    String promptVersion,
    String glossaryRelease,
    boolean repaired,
    long latencyMillis) {

  /** Segments stored before instructions were recorded have no such field. */
  @SuppressWarnings("NullAway") // Whoever reads a stored segment may pass null.
  public Provenance {
    promptVersion = promptVersion == null ? "" : promptVersion;
  }

  /** The same for a text that was mended afterwards. */
  public Provenance asRepaired() {
    return new Provenance(
        engine, engineVersion, promptVersion, glossaryRelease, true, latencyMillis);
  }

  /** The same for a text that took no time, since it was made before. */
  public Provenance fromCache() {
    return new Provenance(engine, engineVersion, promptVersion, glossaryRelease, repaired, 0);
  }
}
