package io.haidang.gateway.clientterms;

import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.LanguagePair;
import java.util.List;
import java.util.UUID;

/**
 * Joins the official names in force with the words of clients.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and compiles a list that
 * was not used lately; never call it on an event loop.
 */
@FunctionalInterface
public interface ClientTerms {

  /**
   * The official names first, then the words of the glossaries in the order given. The release of
   * its glossary names all of them: it is another one as soon as any word is another one, and the
   * plain official release without glossaries.
   *
   * @param glossaries ids, perhaps none
   * @param pair of the translation; a region is served by the words of its language
   * @param owner the account that asks
   * @throws io.haidang.gateway.GatewayException {@code not-found} for a glossary that there is not
   *     or that belongs to somebody else; {@code invalid-request} for one without that direction
   */
  TermEnforcer enforcer(List<UUID> glossaries, LanguagePair pair, UUID owner);
}
