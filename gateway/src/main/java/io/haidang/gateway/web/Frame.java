package io.haidang.gateway.web;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.translation.review.Role;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param title of the page, without the product's name
 * @param section of the menu that is open; empty for none
 * @param account who is signed in, or null
 * @param path of this page, to come back to
 */
record Frame(
    Texts texts,
    Assets assets,
    String title,
    String section,
    @Nullable Account account,
    String token,
    String path) {

  static Frame of(Visit visit, Assets assets, String title, String section) {
    return new Frame(
        visit.texts(),
        assets,
        title,
        section,
        visit.session().map(WebSession::account).orElse(null),
        visit.formToken(),
        visit.request().isPost() ? "/" : visit.request().path());
  }

  /** Whether the account may hand in drafts. */
  boolean submits() {
    return account != null && (account.has(Role.EDITOR) || account.has(Role.REVIEWER));
  }

  String get(String key, Object... values) {
    return texts.get(key, values);
  }
}
