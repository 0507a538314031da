package io.haidang.gateway.config;

import java.util.Locale;

/**
 * What can be said about a provider, in the configuration file only; {@code docs/configuration.md}
 * is checked against this table.
 */
public enum ProviderSetting implements NamedSetting {
  KIND(
      "",
      "openai, ollama, anthropic, gemini or mistral",
      "The protocol; openai is also what llama.cpp and vLLM speak. Required."),
  MODEL("", "text", "The model, as the provider names it. Required."),
  URL(
      "",
      "http://… or https://…",
      "Where the protocol's paths begin; empty for the service that the protocol comes from."),
  KEY(
      "",
      "env:NAME or file:PATH",
      "Where the key is kept; a key itself is refused. Servers of one's own want none."),
  PAIRS("vi-en", "FROM-TO, separated by commas", "The directions that it is used for."),
  TIMEOUT("60", "seconds, 1-600", "The longest wait for a whole answer."),
  CONNECT_TIMEOUT("5", "seconds, 1-60", "The longest wait for a connection."),
  CONCURRENCY("2", "calls, 1-64", "Calls under way at a time; others wait for their turn."),
  BATCH_TOKENS("2000", "tokens, 100-100000", "Source tokens to a call, by estimate."),
  SCHEMA(
      "true",
      "true or false",
      "Whether answers are held to a JSON schema; false for servers that cannot."),
  PRICE_INPUT(
      "0", "number, 0 or more", "The price of a million tokens read, in a currency of yours."),
  PRICE_OUTPUT("0", "number, 0 or more", "The price of a million tokens written.");

  private final String defaultValue;
  private final String form;
  private final String effect;

  ProviderSetting(String defaultValue, String form, String effect) {
    this.defaultValue = defaultValue;
    this.form = form;
    this.effect = effect;
  }

  /** The key for the provider called {@code name}, such as {@code provider.claude.model}. */
  @Override
  public String key(String name) {
    return ProviderReader.PREFIX + name + "." + name().toLowerCase(Locale.ROOT).replace('_', '.');
  }

  @Override
  public String defaultValue() {
    return defaultValue;
  }

  @Override
  public String form() {
    return form;
  }

  /** What it does. */
  public String effect() {
    return effect;
  }
}
