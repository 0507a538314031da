package io.haidang.summarization;

/**
 * Who worded a candidate.
 *
 * @param engine {@code extractive}, or the id of a model
 * @param version of the model; empty for none
 * @param prompt version of the instructions that it was given; empty when it takes none
 */
public record FormOrigin(String engine, String version, String prompt) {

  /** Sentences that were chosen from the text. */
  public static final FormOrigin EXTRACTIVE = new FormOrigin("extractive", "", "");
}
