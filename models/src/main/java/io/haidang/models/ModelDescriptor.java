package io.haidang.models;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a model is and what it can do.
 *
 * @param id the configured name
 * @param version changes whenever the same input may give another output: a digest of the files
 * @param pairs directions it was trained for
 * @param termAnnotation how it takes terms inline, or null when it does not
 * @param maxSourceTokens longest input, in tokens, special ones included; 1 or more
 * @param capabilities optional features; a request for one that is absent is refused
 */
public record ModelDescriptor(
    ModelId id,
    String version,
    Set<LanguagePair> pairs,
    @Nullable TermAnnotation termAnnotation,
    int maxSourceTokens,
    Set<Capability> capabilities) {

  public ModelDescriptor {
    pairs = Set.copyOf(pairs);
    capabilities = Set.copyOf(capabilities);
  }

  /** Optional features of a generator. */
  public enum Capability {
    /** Honours {@link GenerationRequest#requiredPhrases()}. */
    REQUIRED_PHRASES
  }
}
