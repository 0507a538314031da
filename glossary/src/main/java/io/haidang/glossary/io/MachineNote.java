package io.haidang.glossary.io;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A note that carries what a format has no place for: readable by people, and read back by us. Such
 * as {@code Hải Đăng: valid_to=2025-02-28; successor=bộ-xây-dựng}.
 */
final class MachineNote {

  private static final String PREFIX = "Hải Đăng: ";

  private MachineNote() {}

  /** Empty when there is nothing to say. */
  static String write(Map<String, String> values) {
    StringBuilder note = new StringBuilder();
    values.forEach(
        (name, value) ->
            note.append(note.isEmpty() ? PREFIX : "; ")
                .append(name)
                .append('=')
                .append(escaped(value)));
    return note.toString();
  }

  static boolean isOne(String note) {
    return note.startsWith(PREFIX) && note.indexOf('=') > 0;
  }

  static Map<String, String> read(String note) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : note.substring(PREFIX.length()).split("; ", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        values.put(pair.substring(0, equals).strip(), unescaped(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String escaped(String value) {
    return value.replace("%", "%25").replace(";", "%3B").replace("\n", "%0A");
  }

  private static String unescaped(String value) {
    return value.replace("%0A", "\n").replace("%3B", ";").replace("%25", "%");
  }
}
