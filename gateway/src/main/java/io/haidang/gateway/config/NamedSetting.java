package io.haidang.gateway.config;

/** What can be said about something that the configuration file gives a name. */
interface NamedSetting {

  /** The key for the thing called {@code name}. */
  String key(String name);

  String defaultValue();

  /** What a value looks like: type, unit and range. */
  String form();
}
