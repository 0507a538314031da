package io.haidang.gateway.queue;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.TextField;
import io.haidang.translation.review.TargetState;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which texts of the queue somebody wants to see; written the same in the address of the page, in a
 * saved view, and in the API.
 *
 * @param language tag of the language of the product; empty for all
 * @param form id of what the product is; empty for all
 * @param office of the story; empty for all
 * @param sensitivity null for all
 * @param assignee login of whom they are for; empty for all
 * @param overdue only those whose deadline has passed
 * @param title what the title has in it, whatever its capitals; empty for all
 */
public record QueueFilter(
    TargetState state,
    Whose whose,
    String language,
    String form,
    String office,
    @Nullable Sensitivity sensitivity,
    String assignee,
    boolean overdue,
    String title) {

  private static final int MAX_LENGTH = 100;

  /** All that wait for a reviewer. */
  public static final QueueFilter WAITING = of(name -> "");

  /**
   * As parameters have it.
   *
   * @param parameter the value of a name; empty where there is none
   * @throws GatewayException {@code invalid-request} for what means nothing
   */
  public static QueueFilter of(UnaryOperator<String> parameter) {
    return new QueueFilter(
        constant(TargetState.class, "state", parameter, TargetState.IN_REVIEW),
        constant(Whose.class, "whose", parameter, Whose.ALL),
        text("language", parameter),
        text("form", parameter),
        text("office", parameter),
        parameter.apply("sensitivity").isEmpty()
            ? null
            : constant(Sensitivity.class, "sensitivity", parameter, Sensitivity.PUBLIC),
        text("assignee", parameter),
        parameter.apply("overdue").equals("true"),
        text("title", parameter));
  }

  private static String text(String name, UnaryOperator<String> parameter) {
    return TextField.require(name, parameter.apply(name), MAX_LENGTH).strip();
  }

  private static <E extends Enum<E>> E constant(
      Class<E> type, String name, UnaryOperator<String> parameter, E usual) {
    String value = parameter.apply(name);
    try {
      return value.isEmpty() ? usual : PublicName.constant(type, value);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, name + ": unknown (expected: one of the list)");
    }
  }

  /** The same in another state. */
  public QueueFilter in(TargetState other) {
    return new QueueFilter(
        other, whose, language, form, office, sensitivity, assignee, overdue, title);
  }

  /** The same of others. */
  public QueueFilter of(Whose other) {
    return new QueueFilter(
        state, other, language, form, office, sensitivity, assignee, overdue, title);
  }

  /** The states that go by the name of this one: waiting for a worker is being worked on. */
  Set<TargetState> states() {
    return state == TargetState.MACHINE
        ? Set.of(TargetState.DRAFT, TargetState.MACHINE)
        : Set.of(state);
  }

  /** Whether it says more than a state and whose texts. */
  public boolean isNarrowed() {
    return !in(TargetState.IN_REVIEW).of(Whose.ALL).equals(WAITING);
  }

  /** Names and values, without those that say nothing. */
  public Map<String, String> parameters() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("state", PublicName.of(state));
    all.put("whose", whose == Whose.ALL ? "" : PublicName.of(whose));
    all.put("language", language);
    all.put("form", form);
    all.put("office", office);
    all.put("sensitivity", sensitivity == null ? "" : PublicName.of(sensitivity));
    all.put("assignee", assignee);
    all.put("overdue", overdue ? "true" : "");
    all.put("title", title);
    all.values().removeIf(String::isEmpty);
    return all;
  }

  /** For an address, without the question mark. */
  public String query() {
    return parameters().entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
