package io.haidang.gateway.config;

import java.util.Locale;

/**
 * What can be said about a service that writes down speech, in the configuration file only; {@code
 * docs/configuration.md} is checked against this table.
 */
public enum SpeechSetting implements NamedSetting {
  MODEL("", "text", "The model, as the service names it. Required."),
  URL(
      "",
      "http://… or https://…",
      "Where the protocol's paths begin; empty for the service that the protocol comes from."),
  KEY(
      "",
      "env:NAME or file:PATH",
      "Where the key is kept; a key itself is refused. Servers of one's own want none."),
  LOCAL(
      "false",
      "true or false",
      "Whether it runs on this machine, at 127.0.0.1, ::1 or localhost; then it gets internal and"
          + " secret recordings, too."),
  TIMEOUT("600", "seconds, 1-3600", "The longest wait for a whole answer."),
  CONNECT_TIMEOUT("5", "seconds, 1-60", "The longest wait for a connection."),
  CONCURRENCY("1", "calls, 1-64", "Calls under way at a time; others wait for their turn."),
  PRICE_MINUTE("0", "number, 0 or more", "The price of a minute, in a currency of yours.");

  private final String defaultValue;
  private final String form;
  private final String effect;

  SpeechSetting(String defaultValue, String form, String effect) {
    this.defaultValue = defaultValue;
    this.form = form;
    this.effect = effect;
  }

  /** The key for the service called {@code name}, such as {@code speech.ear.model}. */
  @Override
  public String key(String name) {
    return SpeechReader.PREFIX + name + "." + name().toLowerCase(Locale.ROOT).replace('_', '.');
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
