package io.haidang.gateway.http.deepl.terms;

import io.haidang.gateway.clientterms.ClientTerms;
import io.haidang.gateway.http.deepl.kit.ResourceId;
import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import io.haidang.gateway.http.dialect.Parameters;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** The word lists that a text or a document is to be translated with. */
public final class GlossaryParameters {

  private static final String ONE = "glossary_id";
  private static final String SEVERAL = "glossary_ids";
  private static final int MOST = 5;

  private GlossaryParameters() {}

  /**
   * The official names together with the lists that a request names; empty when it names none.
   *
   * @param source of the text, as the request says; has to be there when lists are
   * @throws DialectException for parameters that cannot be
   * @throws io.haidang.gateway.GatewayException for lists that there are not
   */
  public static Optional<TermEnforcer> terms(
      DialectCall call, ClientTerms terms, Optional<Locale> source, Locale target) {
    List<UUID> ids = ids(call, source);
    return ids.isEmpty()
        ? Optional.empty()
        : source
            .map(language -> new LanguagePair(language, target))
            .map(pair -> terms.enforcer(ids, pair, call.account().id()));
  }

  /**
   * The lists that a request names, perhaps none.
   *
   * @param source of the text, as the request says; has to be there when lists are
   * @throws DialectException for parameters that cannot be
   */
  public static List<UUID> ids(DialectCall call, Optional<Locale> source) {
    List<UUID> ids = ids(call.parameters());
    if (!ids.isEmpty() && source.isEmpty()) {
      throw DialectException.badRequest(
          "Use of a glossary requires the source_lang parameter to be specified");
    }
    return ids;
  }

  private static List<UUID> ids(Parameters parameters) {
    Optional<String> one = parameters.text(ONE).filter(id -> !id.isBlank());
    List<String> several = parameters.commaTexts(SEVERAL);
    if (one.isPresent() && !several.isEmpty()) {
      throw DialectException.badRequest(
          "Parameters 'glossary_id' and 'glossary_ids' cannot be used together");
    }
    if (several.size() > MOST) {
      throw DialectException.unsupportedValue(SEVERAL, "at most " + MOST);
    }
    return one.map(id -> List.of(ResourceId.parse(ONE, id)))
        .orElseGet(
            () -> several.stream().map(id -> ResourceId.parse(SEVERAL, id)).distinct().toList());
  }
}
