package io.haidang.gateway.traces;

import java.util.regex.Pattern;

/**
 * Everything that a span may say, under the names of OpenTelemetry's conventions where they have
 * one. Values come from code and configuration, never from what people hand in: no title, name,
 * login, address or text.
 */
public enum Attribute {
  METHOD("http.request.method"),
  /** The template, never the path. */
  ROUTE("http.route"),
  STATUS("http.response.status_code"),
  /** A class of exceptions, or a status; never a message. */
  ERROR("error.type"),
  /** Of the target or document, as in the log. */
  JOB_ID("haidang.job.id"),
  /** What is made: a form such as {@code translation}, or {@code document}. */
  JOB_KIND("haidang.job.kind"),
  OUTCOME("haidang.outcome"),
  SOURCE_LANGUAGE("haidang.language.source"),
  TARGET_LANGUAGE("haidang.language.target"),
  FORMAT("haidang.format"),
  /** How many. */
  SEGMENTS("haidang.segments"),
  /** How many of the segments came from the memory. */
  REMEMBERED("haidang.segments.remembered"),
  /** Who wrote the segments; {@code several} when it was not one. */
  ENGINE("haidang.engine"),
  MODEL("haidang.model"),
  /** {@code interactive} or {@code bulk}. */
  PRIORITY("haidang.priority"),
  PROVIDER("haidang.provider"),
  INPUT_TOKENS("haidang.tokens.input"),
  OUTPUT_TOKENS("haidang.tokens.output");

  /** Instead of what does not look like an identifier. */
  static final String OTHER = "other";

  /** Identifiers, templates and tags have no spaces and no letters with marks; texts do. */
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._:/{}*+-]{1,120}");

  private final String key;

  Attribute(String key) {
    this.key = key;
  }

  /** As it is exported. */
  public String key() {
    return key;
  }

  /** A value as it may be exported: itself, or {@link #OTHER}. */
  static String safe(String value) {
    return SAFE.matcher(value).matches() ? value : OTHER;
  }
}
