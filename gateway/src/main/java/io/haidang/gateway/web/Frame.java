package io.haidang.gateway.web;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.translation.review.Role;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param title of the page, without the product's name
 * @param section of the menu that is open; empty for none
 * @param account who is signed in, or null
 * @param path of this page, to come back to
 * @param openProposals changes of the official names that wait; 0 for those who do not keep them
 */
record Frame(
    Texts texts,
    Assets assets,
    String title,
    String section,
    @Nullable Account account,
    String token,
    String path,
    long openProposals) {

  static Frame of(
      Visit visit, Assets assets, String title, String section, LongSupplier openProposals) {
    Account account = visit.session().map(WebSession::account).orElse(null);
    return new Frame(
        visit.texts(),
        assets,
        title,
        section,
        account,
        visit.formToken(),
        visit.request().isPost() ? "/" : visit.request().path(),
        account != null && account.has(Role.TERMINOLOGIST) ? openProposals.getAsLong() : 0);
  }

  /** Whether the account may hand in drafts. */
  boolean submits() {
    return account != null && (account.has(Role.EDITOR) || account.has(Role.REVIEWER));
  }

  /** Whether the account keeps the official names. */
  boolean keepsTerms() {
    return account != null && account.has(Role.TERMINOLOGIST);
  }

  String get(String key, Object... values) {
    return texts.get(key, values);
  }
}
