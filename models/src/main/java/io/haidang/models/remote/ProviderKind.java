package io.haidang.models.remote;

import java.util.Locale;

/** The protocol that a provider speaks. */
public enum ProviderKind {
  /** Chat completions as OpenAI defined them; llama.cpp and vLLM speak it too. */
  OPENAI("https://api.openai.com/v1"),
  OLLAMA("http://127.0.0.1:11434"),
  ANTHROPIC("https://api.anthropic.com/v1"),
  GEMINI("https://generativelanguage.googleapis.com/v1beta"),
  MISTRAL("https://api.mistral.ai/v1");

  private final String url;

  ProviderKind(String url) {
    this.url = url;
  }

  /** As configuration writes it, such as {@code openai}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The address of the service that the protocol comes from. */
  public String defaultUrl() {
    return url;
  }
}
