package io.haidang.translation.document.json;

import io.haidang.translation.document.DocumentException;
import io.haidang.translation.document.DocumentException.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path to values, in the part of <a href="https://www.rfc-editor.org/rfc/rfc9535">RFC 9535</a>
 * that names places: {@code $.a.b}, {@code $['a b']}, {@code [0]}, {@code [*]}, {@code .*}, {@code
 * ..a}.
 */
final class JsonPath {

  private static final Pattern STEP =
      Pattern.compile(
          "(?<deep>\\.\\.)?(?:(?<=\\.)|\\.)(?<name>\\*|[^.\\[\\]'\"*\\s]+)"
              + "|(?<deeper>\\.\\.)?\\[(?:(?<index>\\d{1,9})|(?<all>\\*)|'(?<single>[^']*)'|\"(?<double>[^\"]*)\")\\]");

  /**
   * @param name of a member or number of an element; null for any
   * @param deep whether it may lie anywhere below
   */
  private record Step(@Nullable Object name, boolean deep) {}

  private final List<Step> steps;

  private JsonPath(List<Step> steps) {
    this.steps = steps;
  }

  static JsonPath parse(String path) {
    List<Step> steps = new ArrayList<>();
    Matcher matcher = STEP.matcher(path);
    int at = path.startsWith("$") ? 1 : 0;
    while (at > 0 && at < path.length() && matcher.find(at) && matcher.start() == at) {
      boolean deep = matcher.group("deep") != null || matcher.group("deeper") != null;
      steps.add(new Step(name(matcher), deep));
      at = matcher.end();
    }
    if (at != path.length() || steps.isEmpty()) {
      throw new DocumentException(
          Reason.DAMAGED, "document.jsonPaths: not a path (expected: such as $.news[*].title)");
    }
    return new JsonPath(List.copyOf(steps));
  }

  private static @Nullable Object name(Matcher matcher) {
    if (matcher.group("index") != null) {
      return Integer.valueOf(matcher.group("index"));
    }
    String name = matcher.group("name");
    if (name != null) {
      return name.equals("*") ? null : name;
    }
    return matcher.group("single") != null ? matcher.group("single") : matcher.group("double");
  }

  /** Whether a place, given by names and numbers from the root, is one of those. */
  boolean matches(List<Object> place) {
    // From which steps the rest of the path may be matched after each name of the place.
    boolean[] reached = new boolean[steps.size() + 1];
    reached[0] = true;
    for (Object name : place) {
      boolean[] next = new boolean[steps.size() + 1];
      for (int i = 0; i < steps.size(); i++) {
        if (reached[i]) {
          Step step = steps.get(i);
          next[i] |= step.deep();
          next[i + 1] |= step.name() == null || step.name().equals(name);
        }
      }
      reached = next;
    }
    return reached[steps.size()];
  }
}
