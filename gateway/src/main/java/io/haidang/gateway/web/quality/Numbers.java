package io.haidang.gateway.web.quality;

import io.haidang.gateway.web.kit.Texts;
import java.text.NumberFormat;
import java.time.Duration;
import java.util.Locale;

/** Figures as readers of a language write them. */
final class Numbers {

  private final Locale locale;

  Numbers(Texts texts) {
    this.locale = Locale.forLanguageTag(texts.tag());
  }

  String percent(double share) {
    NumberFormat format = NumberFormat.getPercentInstance(locale);
    format.setMaximumFractionDigits(1);
    return format.format(share);
  }

  String decimal(double figure) {
    NumberFormat format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(2);
    return format.format(figure);
  }

  /** Whole minutes; under one, the seconds count as tenths. */
  String minutes(Duration time) {
    return decimal(Math.round(time.toSeconds() / 6.0) / 10.0);
  }
}
