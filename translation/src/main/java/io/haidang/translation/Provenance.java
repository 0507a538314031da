package io.haidang.translation;

/**
 * Where a machine text came from.
 *
 * @param engine id of the model
 * @param engineVersion digest of its files
 * @param glossaryRelease names that were enforced
 * @param repaired whether the first output broke a term and a second one was taken
 * @param latencyMillis time spent generating, shared evenly by the segments of a batch; 0 from
 *     cache
 */
public record Provenance(
    String engine,
    String engineVersion,
    String glossaryRelease,
    boolean repaired,
    long latencyMillis) {}
