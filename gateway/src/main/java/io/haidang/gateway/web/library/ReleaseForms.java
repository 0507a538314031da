package io.haidang.gateway.web.library;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.library.LibraryServices;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is decided on the page of an entry: rules, clearance, withdrawal, correction. */
final class ReleaseForms {

  private final LibraryServices services;

  ReleaseForms(LibraryServices services) {
    this.services = services;
  }

  Reply rule(Visit visit) {
    WebRequest request = visit.request();
    UUID story = services.library().entry(request.target(), visit.account()).story().id();
    services
        .rules()
        .set(
            story,
            embargo(request.field("embargo")),
            request.field("spokesperson").strip(),
            visit.account());
    return back(request);
  }

  /** Typed without a zone: that of the office. */
  private static @Nullable Instant embargo(String local) {
    try {
      return local.isBlank() ? null : DayField.readMoment(local).atZone(Office.ZONE).toInstant();
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "embargo: no time (expected: such as 02/03/2026 08:00)");
    }
  }

  Reply clear(Visit visit) {
    WebRequest request = visit.request();
    services.rules().clear(request.target(), request.number("version"), visit.account());
    return back(request);
  }

  /** What was withdrawn is no longer in the library; its workbench is. */
  Reply withdraw(Visit visit) {
    WebRequest request = visit.request();
    services.notices().withdraw(request.target(), request.field("notice"), visit.account());
    return Reply.redirect("/targets/" + request.target());
  }

  Reply correct(Visit visit) {
    WebRequest request = visit.request();
    services.notices().correct(request.target(), request.field("notice"), visit.account());
    return back(request);
  }

  private static Reply back(WebRequest request) {
    return Reply.redirect("/library/" + request.target());
  }
}
