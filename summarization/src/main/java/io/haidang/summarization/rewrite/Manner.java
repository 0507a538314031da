package io.haidang.summarization.rewrite;

/** How a text is to sound. */
public enum Manner {
  /** As it does, only better. */
  USUAL("clear and correct, in the register that the text has"),
  ACADEMIC("academic: precise, impersonal, complete sentences"),
  BUSINESS("business: professional and to the point"),
  CASUAL("casual: as one speaks to people one knows"),
  SIMPLE("simple: short sentences and everyday words"),
  CONFIDENT("confident: direct, without hedging"),
  DIPLOMATIC("diplomatic: considerate and tactful"),
  ENTHUSIASTIC("enthusiastic: lively and positive"),
  FRIENDLY("friendly: warm and personal");

  private final String description;

  Manner(String description) {
    this.description = description;
  }

  /** For a model, in English. */
  String description() {
    return description;
  }
}
