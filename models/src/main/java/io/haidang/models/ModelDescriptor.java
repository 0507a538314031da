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
 * @param locality whether texts leave the machine
 * @param promptVersion the instructions it is given; empty when it takes none
 */
public record ModelDescriptor(
    ModelId id,
    String version,
    Set<LanguagePair> pairs,
    @Nullable TermAnnotation termAnnotation,
    int maxSourceTokens,
    Set<Capability> capabilities,
    Locality locality,
    String promptVersion) {

  public ModelDescriptor {
    pairs = Set.copyOf(pairs);
    capabilities = Set.copyOf(capabilities);
  }

  /** A model on this machine that takes no instructions. */
  public ModelDescriptor(
      ModelId id,
      String version,
      Set<LanguagePair> pairs,
      @Nullable TermAnnotation termAnnotation,
      int maxSourceTokens,
      Set<Capability> capabilities) {
    this(id, version, pairs, termAnnotation, maxSourceTokens, capabilities, Locality.LOCAL, "");
  }

  /** Where a text goes. */
  public enum Locality {
    /** Stays in this process. */
    LOCAL,
    /** Goes to another machine: for public texts only. */
    REMOTE
  }

  /** Optional features of a generator. */
  public enum Capability {
    /**
     * Honours {@link GenerationRequest#requiredPhrases()}, or says in {@link Generation#unmet()}
     * which could not be met.
     */
    REQUIRED_PHRASES,
    /**
     * Passes {@link GenerationRequest#requiredPhrases()} on as an instruction, which may fail:
     * whoever asks verifies the output.
     */
    PHRASE_INSTRUCTIONS,
    /** Reads {@link GenerationRequest#hints()}. */
    HINTS,
    /** Tells how sure it is: {@link Generation#logProbability()} and uncertain spans. */
    CONFIDENCE,
    /** Gives as many outputs as {@link GenerationOptions#hypotheses()} asks for. */
    N_BEST
  }
}
