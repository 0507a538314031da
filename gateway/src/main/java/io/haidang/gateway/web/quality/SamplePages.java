package io.haidang.gateway.web.quality;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.quality.Sample;
import io.haidang.gateway.quality.Samples;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.gateway.web.kit.WebRequest;
import io.haidang.translation.review.Role;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;

/** Samples of signed-off texts that are read again. */
final class SamplePages {

  private final HttpServices services;
  private final Renderer renderer;

  SamplePages(HttpServices services, Renderer renderer) {
    this.services = services;
    this.renderer = renderer;
  }

  private Samples samples() {
    return services.quality().samples();
  }

  /** All of them, and the form for another. */
  record ListView(List<Sample> samples, YearMonth month, int most, Numbers numbers) {

    String href(Sample sample) {
      return "/quality/samples/" + sample.id();
    }
  }

  /** One of them. */
  record View(Sample sample, boolean reads, Numbers numbers) {

    String href() {
      return "/quality/samples/" + sample.id();
    }

    String href(Sample.Text text) {
      return TargetLink.href(text.target());
    }
  }

  Reply list(Visit visit) {
    YearMonth month = YearMonth.now(services.clock().withZone(Office.ZONE));
    ListView view =
        new ListView(
            samples().latest(visit.account()), month, Samples.MOST, new Numbers(visit.texts()));
    String title = visit.texts().get("sample.title");
    return Reply.html(renderer.page(visit, "quality/samples", title, "reports", view));
  }

  Reply draw(Visit visit) {
    WebRequest request = visit.request();
    Sample sample =
        samples()
            .draw(
                month(request.field("first")),
                month(request.field("last")),
                request.number("size"),
                seed(request.field("seed").strip()),
                visit.account());
    return Reply.redirect("/quality/samples/" + sample.id());
  }

  private static YearMonth month(String text) {
    try {
      return YearMonth.parse(text);
    } catch (DateTimeException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "month: no month (expected: such as 2026-03)");
    }
  }

  private static OptionalLong seed(String text) {
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (!text.matches("[0-9]{1,15}")) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "seed: no number (expected: up to 15 digits)");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  Reply show(Visit visit) {
    Sample sample = samples().of(visit.request().id("sample"), visit.account());
    View view = new View(sample, visit.account().has(Role.REVIEWER), new Numbers(visit.texts()));
    String title = visit.texts().get("sample.title");
    return Reply.html(renderer.page(visit, "quality/sample", title, "reports", view));
  }

  /** Somebody has read a text of it. */
  Reply read(Visit visit) {
    WebRequest request = visit.request();
    Sample sample = samples().read(request.id("sample"), request.target("text"), visit.account());
    return Reply.redirect("/quality/samples/" + sample.id());
  }
}
