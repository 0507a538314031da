package io.haidang.gateway.web.retention;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.retention.Period;
import io.haidang.gateway.retention.RetentionPolicy;
import io.haidang.gateway.retention.RetentionPolicy.Rule;
import io.haidang.gateway.web.kit.WebRequest;
import java.util.ArrayList;
import java.util.List;

/** The policy as somebody has typed it, right or wrong; a field that is empty means for ever. */
record TypedPolicy(List<TypedRule> rules) {

  /**
   * The fields of a label.
   *
   * @param unpublished days, or empty
   * @param published days, or empty
   */
  record TypedRule(Sensitivity label, String unpublished, String published) {

    String name(String kind) {
      return PublicName.of(label) + "-" + kind;
    }
  }

  TypedPolicy {
    rules = List.copyOf(rules);
  }

  static TypedPolicy of(RetentionPolicy policy) {
    List<TypedRule> rules = new ArrayList<>();
    for (Sensitivity label : Sensitivity.values()) {
      Rule rule = policy.of(label);
      rules.add(new TypedRule(label, text(rule.unpublished()), text(rule.published())));
    }
    return new TypedPolicy(rules);
  }

  static TypedPolicy of(WebRequest request) {
    List<TypedRule> rules = new ArrayList<>();
    for (Sensitivity label : Sensitivity.values()) {
      TypedRule empty = new TypedRule(label, "", "");
      rules.add(
          new TypedRule(
              label,
              request.field(empty.name("unpublished")).strip(),
              request.field(empty.name("published")).strip()));
    }
    return new TypedPolicy(rules);
  }

  private static String text(Period period) {
    return period.isForEver() ? "" : period.toString();
  }

  /**
   * The policy that is meant.
   *
   * @throws io.haidang.gateway.GatewayException {@code invalid-request}
   */
  RetentionPolicy read() {
    RetentionPolicy policy = RetentionPolicy.USUAL;
    for (TypedRule rule : rules) {
      policy =
          policy.with(
              rule.label(),
              new Rule(Period.parse(rule.unpublished()), Period.parse(rule.published())));
    }
    return policy;
  }
}
