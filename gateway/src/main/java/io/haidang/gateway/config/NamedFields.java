package io.haidang.gateway.config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * The fields of something that the configuration file gives a name; what is wrong with them is told
 * to the errors, and leaves it incomplete. Not thread-safe; used once.
 */
class NamedFields {

  /** As the books of calls keep it. */
  private static final int LONGEST_MODEL = 200;

  private final String name;
  private final ConfigFile file;
  private final SecretReader secrets;
  private final ConfigErrors errors;
  private boolean whole = true;

  NamedFields(String name, ConfigFile file, SecretReader secrets, ConfigErrors errors) {
    this.name = name;
    this.file = file;
    this.secrets = secrets;
    this.errors = errors;
  }

  final String name() {
    return name;
  }

  /** Whether nothing was wrong so far. */
  final boolean isWhole() {
    return whole;
  }

  final String model(NamedSetting field) {
    String model = text(field);
    if (model.isEmpty() || model.length() > LONGEST_MODEL) {
      wrong(field, shown(model), "the provider's name of a model");
    }
    return model;
  }

  /** An address with a user in it may hold a password: it is not repeated. */
  final URI url(NamedSetting field, String usual) {
    String text = text(field);
    try {
      URI url = new URI(text.isEmpty() ? usual : text);
      boolean http = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
      if (http
          && url.getHost() != null
          && url.getRawUserInfo() == null
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Reported below.
    }
    wrong(
        field,
        text.contains("@") || text.contains("?") ? ConfigErrors.HIDDEN : text,
        "http:// or https://, host and path");
    return URI.create(usual);
  }

  final String key(NamedSetting field) {
    String reference = text(field);
    if (reference.isEmpty()) {
      return "";
    }
    if (!SecretReader.isReference(reference)) {
      wrong(
          field,
          ConfigErrors.HIDDEN,
          "env:NAME or file:PATH; a key does not belong into this file");
      return "";
    }
    Optional<String> key = secrets.read(reference);
    if (key.isEmpty()) {
      wrong(field, reference, SecretReader.expected(reference));
    } else if (!key.get().matches("[!-~]+")) {
      wrong(field, reference, "a key of printable ASCII without spaces behind it");
    }
    return key.orElse("");
  }

  final int number(NamedSetting field, int min, int max) {
    try {
      int number = Integer.parseInt(text(field));
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Reported below like a number out of range.
    }
    wrong(field, shown(text(field)), field.form());
    return min;
  }

  final double price(NamedSetting field) {
    String text = text(field);
    if (text.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      return Double.parseDouble(text);
    }
    wrong(field, shown(text), field.form());
    return 0;
  }

  final boolean isTrue(NamedSetting field) {
    String text = text(field);
    if (!text.equals("true") && !text.equals("false")) {
      wrong(field, shown(text), field.form());
    }
    return text.equals("true");
  }

  final String text(NamedSetting field) {
    ConfigFile.Entry entry = file.get(field.key(name));
    return entry == null ? field.defaultValue() : entry.value().strip();
  }

  static String shown(String text) {
    return text.isBlank() ? "(missing)" : text.strip();
  }

  final void wrong(NamedSetting field, Object value, String expected) {
    whole = false;
    String key = field.key(name);
    if (file.get(key) == null) {
      errors.add(key, value, expected);
    } else {
      errors.add(key, value, expected, file.line(key));
    }
  }
}
