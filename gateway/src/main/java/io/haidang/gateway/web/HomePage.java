package io.haidang.gateway.web;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.web.kit.BrowserCookies;
import io.haidang.gateway.web.kit.Languages;
import io.haidang.gateway.web.kit.LocalPath;
import io.haidang.gateway.web.kit.Theme;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.review.Role;

/** The start page: where the account's work is. Also switches language and colours. */
final class HomePage {

  private HomePage() {}

  static Reply show(Visit visit) {
    return Reply.redirect(visit.account().has(Role.REVIEWER) ? "/queue" : "/drafts");
  }

  static Reply chooseLanguage(Visit visit) {
    WebRequest request = visit.request();
    String chosen = request.field("language");
    Reply back = Reply.redirect(LocalPath.of(request.field("next")));
    return Languages.ALL.stream().anyMatch(known -> known.toLanguageTag().equals(chosen))
        ? back.with(BrowserCookies.lasting(request, BrowserCookies.LANGUAGE, chosen))
        : back;
  }

  static Reply chooseTheme(Visit visit) {
    WebRequest request = visit.request();
    Reply back = Reply.redirect(LocalPath.of(request.field("next")));
    return Theme.named(request.field("theme"))
        .map(theme -> BrowserCookies.lasting(request, BrowserCookies.THEME, PublicName.of(theme)))
        .map(back::with)
        .orElse(back);
  }
}
