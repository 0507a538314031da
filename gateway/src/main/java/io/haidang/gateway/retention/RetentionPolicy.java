package io.haidang.gateway.retention;

import io.haidang.gateway.draft.Sensitivity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * How long texts of each label are kept.
 *
 * @param rules one for each label
 */
public record RetentionPolicy(Map<Sensitivity, Rule> rules) {

  /** As long as an administrator has set nothing else: nothing is ever deleted. */
  public static final RetentionPolicy USUAL =
      new RetentionPolicy(
          Arrays.stream(Sensitivity.values())
              .collect(
                  Collectors.toMap(
                      label -> label, label -> new Rule(Period.FOR_EVER, Period.FOR_EVER))));

  /**
   * Of one label.
   *
   * @param unpublished of stories of which nothing stands published, or nothing any more
   * @param published of those of which something does
   */
  public record Rule(Period unpublished, Period published) {

    public boolean isForEver() {
      return unpublished.isForEver() && published.isForEver();
    }

    /** That of a story. */
    Period of(boolean isPublished) {
      return isPublished ? published : unpublished;
    }
  }

  public RetentionPolicy {
    if (rules.size() != Sensitivity.values().length) {
      throw new IllegalArgumentException("rules: " + rules.keySet() + " (expected: every label)");
    }
    rules = Map.copyOf(rules);
  }

  /** That of a label. */
  public Rule of(Sensitivity label) {
    Rule rule = rules.get(label);
    if (rule == null) {
      throw new IllegalStateException("every label has a rule");
    }
    return rule;
  }

  /** The same with another rule for a label. */
  public RetentionPolicy with(Sensitivity label, Rule rule) {
    Map<Sensitivity, Rule> changed = new EnumMap<>(rules);
    changed.put(label, rule);
    return new RetentionPolicy(changed);
  }

  static RetentionPolicy read(Handle handle) {
    Map<Sensitivity, Rule> set = new EnumMap<>(USUAL.rules);
    handle
        .createQuery("select label, unpublished_days, published_days from retention_rule")
        .map(
            (row, context) ->
                Map.entry(
                    Sensitivity.valueOf(row.getString("label")),
                    new Rule(
                        new Period(row.getObject("unpublished_days", Integer.class)),
                        new Period(row.getObject("published_days", Integer.class)))))
        .forEach(entry -> set.put(entry.getKey(), entry.getValue()));
    return new RetentionPolicy(set);
  }

  void write(Handle handle) {
    handle.execute("delete from retention_rule");
    rules.forEach(
        (label, rule) ->
            handle
                .createUpdate(
                    "insert into retention_rule (label, unpublished_days, published_days)"
                        + " values (:label, :unpublished, :published)")
                .bind("label", label.name())
                .bindByType("unpublished", rule.unpublished().days(), Integer.class)
                .bindByType("published", rule.published().days(), Integer.class)
                .execute());
  }
}
