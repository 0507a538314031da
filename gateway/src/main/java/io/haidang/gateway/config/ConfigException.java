package io.haidang.gateway.config;

import java.util.List;

/** A configuration that cannot be used; the message has one line per wrong value. */
public final class ConfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ConfigException(List<String> errors) {
    super(String.join(System.lineSeparator(), errors));
  }
}
