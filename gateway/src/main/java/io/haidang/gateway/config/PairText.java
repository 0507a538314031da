package io.haidang.gateway.config;

import io.haidang.models.LanguagePair;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A direction as configuration writes it: {@code vi-en}, {@code vi-zh-Hant}, {@code zh-Hant-vi}.
 */
public final class PairText {

  /** A tag begins with two or three small letters, as no other part of one does. */
  private static final Pattern FORM =
      Pattern.compile("([a-z]{2,3}(?:-[A-Za-z0-9]+)*?)-([a-z]{2,3}(?:-[A-Za-z0-9]+)*)");

  private PairText() {}

  /** The direction; empty when {@code text} is none. */
  public static Optional<LanguagePair> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LanguagePair.of(form.group(1), form.group(2)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
