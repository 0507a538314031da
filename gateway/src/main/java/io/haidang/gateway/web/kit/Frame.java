package io.haidang.gateway.web.kit;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Sessions.WebSession;
import io.haidang.translation.review.Role;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds every page.
 *
 * @param theme which colours it has
 * @param title of the page, without the product's name
 * @param section of the menu that is open; empty for none
 * @param account who is signed in, or null
 * @param path of this page, to come back to
 * @param unread counts what whoever is signed in was told and has not read
 * @param waiting counts changes of the official names that wait
 */
public record Frame(
    Texts texts,
    Assets assets,
    Theme theme,
    String title,
    String section,
    @Nullable Account account,
    String token,
    String path,
    LongSupplier unread,
    LongSupplier waiting) {

  static Frame of(
      Visit visit,
      Assets assets,
      String title,
      String section,
      ToLongFunction<Account> unread,
      LongSupplier waiting) {
    Account account = visit.session().map(WebSession::account).orElse(null);
    return new Frame(
        visit.texts(),
        assets,
        Theme.of(visit.request()),
        title,
        section,
        account,
        visit.formToken(),
        visit.request().isPost() ? "/" : visit.request().path(),
        () -> account == null ? 0 : unread.applyAsLong(account),
        waiting);
  }

  /** Whether the account may hand in drafts. */
  public boolean submits() {
    return account != null && account.hasAny(Role.EDITOR, Role.REVIEWER);
  }

  /** Whether the account may see how good texts are. */
  public boolean judges() {
    return account != null && account.hasAny(Role.REVIEWER, Role.ADMIN);
  }

  /** Whether the account keeps the official names. */
  public boolean keepsTerms() {
    return account != null && account.has(Role.TERMINOLOGIST);
  }

  /** Whether the account reads the audit and nothing else of what administrators see. */
  public boolean audits() {
    return account != null && account.has(Role.AUDITOR) && !account.has(Role.ADMIN);
  }

  /** Whether the account keeps accounts and keys. */
  public boolean administers() {
    return account != null && account.has(Role.ADMIN);
  }

  /** Whether the page is among those of an administrator, some of which others have, too. */
  boolean isAdministration() {
    return administers() && Set.of("admin", "audit", "account").contains(section);
  }

  /** What one was told and has not read; counted when asked, which only whole pages do. */
  long unreadNotifications() {
    return unread.getAsLong();
  }

  /** Changes of the official names that wait; counted when asked, which only whole pages do. */
  long openProposals() {
    return waiting.getAsLong();
  }

  public String get(String key, Object... values) {
    return texts.get(key, values);
  }
}
