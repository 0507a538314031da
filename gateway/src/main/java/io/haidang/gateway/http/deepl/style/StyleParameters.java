package io.haidang.gateway.http.deepl.style;

import io.haidang.gateway.http.deepl.kit.LanguageCode;
import io.haidang.gateway.http.deepl.kit.ResourceId;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.style.StyleRule;
import io.haidang.gateway.style.StyleRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a request wants its texts to be worded. */
public final class StyleParameters {

  private static final String STYLE = "style_id";

  private StyleParameters() {}

  /**
   * The wishes of the style rule that a request names, and of the request itself; for engines that
   * read instructions.
   *
   * @param source of the text, when the request says it
   * @throws DialectException for a rule of another language
   * @throws io.haidang.gateway.GatewayException for a rule that there is not
   */
  public static List<String> wishes(
      DialectCall call, StyleRules rules, Optional<Locale> source, Locale target) {
    List<String> wishes = new ArrayList<>();
    call.parameters()
        .text(STYLE)
        .filter(id -> !id.isBlank())
        .map(id -> rules.find(ResourceId.parse(STYLE, id), call.account().id()))
        .ifPresent(rule -> wishes.addAll(wishes(rule, source, target)));
    wishes.addAll(call.parameters().texts("custom_instructions"));
    return List.copyOf(wishes);
  }

  private static List<String> wishes(StyleRule rule, Optional<Locale> source, Locale target) {
    if (!LanguageCode.base(rule.language()).equals(LanguageCode.base(target))) {
      throw DialectException.badRequest(
          "Style rule language does not match the translate request target language");
    }
    return rule.wishes(source.orElse(Locale.ROOT));
  }
}
