package io.haidang.models.tokenizer;

/**
 * Keeps DJL, whose native bindings we use, to this machine: by default it asks the cloud's metadata
 * service for an identity and reports it, and may fetch libraries. Both are decided by system
 * properties that it reads when a tokenizer is opened.
 */
final class Djl {

  private Djl() {}

  /** To be called before anything of DJL is. */
  static void keepOffline() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
  }
}
