package io.haidang.gateway.web.kit;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.ProductForm;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/**
 * The words of the pages in one language.
 *
 * <p><b>Thread-safety:</b> immutable.
 */
public final class Texts {

  /** What is said on the pages of each room; a new room is one more line, its keys its own. */
  static final List<String> ROOMS =
      List.of(
          "io.haidang.gateway.web.pages",
          "io.haidang.gateway.web.stories",
          "io.haidang.gateway.web.review",
          "io.haidang.gateway.web.admin",
          "io.haidang.gateway.web.discussion",
          "io.haidang.gateway.web.inbox",
          "io.haidang.gateway.web.quality",
          "io.haidang.gateway.web.queue",
          "io.haidang.gateway.web.engines",
          "io.haidang.gateway.web.retention");

  /** What each error means and what to do. */
  static final String ERRORS = "io.haidang.gateway.web.errors";

  private final Locale locale;
  private final List<ResourceBundle> rooms;
  private final ResourceBundle errors;

  private Texts(Locale locale) {
    Control exact = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    this.locale = locale;
    this.rooms = ROOMS.stream().map(room -> ResourceBundle.getBundle(room, locale, exact)).toList();
    this.errors = ResourceBundle.getBundle(ERRORS, locale, exact);
  }

  public static Texts of(Locale locale) {
    return new Texts(locale);
  }

  Locale locale() {
    return locale;
  }

  public String tag() {
    return locale.toLanguageTag();
  }

  /** The text of a key, with {@code {0}} and so on replaced. */
  public String get(String key, Object... values) {
    return format(bundle(key).getString(key), values);
  }

  /** Whether there is a text for a key. */
  public boolean has(String key) {
    return bundle(key).containsKey(key);
  }

  /** A text about errors. */
  public String error(String key, Object... values) {
    return format(errors.getString(key), values);
  }

  /** The name of an enum constant, such as {@code state.in-review}. */
  public String name(String group, Enum<?> value) {
    return get(group + "." + PublicName.of(value));
  }

  private ResourceBundle bundle(String key) {
    return rooms.stream()
        .filter(room -> room.containsKey(key))
        .findFirst()
        .orElseGet(() -> rooms.get(0));
  }

  private String format(String text, Object... values) {
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /** A language in words. */
  public String language(Locale language) {
    String key = "language." + language.toLanguageTag();
    return has(key) ? get(key) : language.getDisplayName(locale);
  }

  /** What a product is, in words. */
  public String form(ProductForm form) {
    String key = "form." + form.id();
    return has(key) ? get(key) : form.id();
  }

  public String date(LocalDate day) {
    return DateTimeFormatter.ofPattern(get("format.date"), locale).format(day);
  }

  public String month(YearMonth month) {
    return DateTimeFormatter.ofPattern(get("format.month"), locale).format(month);
  }

  /** Date and time on the clock of the office. */
  public String time(Instant instant) {
    return DateTimeFormatter.ofPattern(get("format.time"), locale)
        .withZone(Office.ZONE)
        .format(instant);
  }

  /** Time of day on the clock of the office. */
  public String clock(Instant instant) {
    return DateTimeFormatter.ofPattern("HH:mm", locale).withZone(Office.ZONE).format(instant);
  }

  /** How long ago, in the largest unit that is not zero. */
  public String age(Instant then, Instant now) {
    Duration age = Duration.between(then, now);
    if (age.toMinutes() < 1) {
      return get("age.now");
    }
    if (age.toHours() < 1) {
      return get("age.minutes", age.toMinutes());
    }
    return age.toDays() < 1 ? get("age.hours", age.toHours()) : get("age.days", age.toDays());
  }
}
