package io.haidang.gateway.web.review;

import io.haidang.gateway.PublicName;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The keys of the workbench: the one table from which the help is written and which the script
 * reads there. They are MateCat's where MateCat has one and browsers let pages have it.
 */
enum KeyBinding {
  CONFIRM("Control+Enter"),
  CONFIRM_UNREAD("Control+Shift+Enter"),
  CONFIRM_MATCHED("Alt+Shift+Enter"),
  NEXT("Control+ArrowDown"),
  PREVIOUS("Control+ArrowUp"),
  NEXT_FINDING("Alt+N"),
  FIX("Alt+P"),
  MATCHES("Alt+M"),
  MATCH_1("Control+1"),
  MATCH_2("Control+2"),
  MATCH_3("Control+3"),
  COPY_SOURCE("Control+I"),
  COPY_MACHINE("Alt+O"),
  HISTORY("Alt+Y"),
  ALTERNATIVES("Alt+A"),
  CONCORDANCE("Alt+K"),
  NEW_NAME("Alt+G"),
  COMMENT("Control+Shift+C"),
  ISSUE("Control+Shift+A"),
  PLAY("Alt+L"),
  DECIDE("Alt+Enter"),
  HELP("Alt+H");

  private final String keys;

  KeyBinding(String keys) {
    this.keys = keys;
  }

  /** As a script reads it: modifiers in the order Control, Alt, Shift, then the key. */
  String keys() {
    return keys;
  }

  String id() {
    return PublicName.of(this);
  }

  /** The caps of the keys, as they are printed on a keyboard. */
  List<String> caps() {
    return Arrays.stream(keys.split("\\+", -1)).map(KeyBinding::cap).toList();
  }

  private static String cap(String key) {
    return switch (key) {
      case "Control" -> "Ctrl";
      case "ArrowDown" -> "↓";
      case "ArrowUp" -> "↑";
      default -> key.length() == 1 ? key.toUpperCase(Locale.ROOT) : key;
    };
  }
}
