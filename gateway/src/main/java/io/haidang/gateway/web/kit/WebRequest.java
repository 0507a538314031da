package io.haidang.gateway.web.kit;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.PublicName;
import io.haidang.gateway.http.kit.Answers;
import io.haidang.gateway.http.kit.FormFiles;
import io.haidang.gateway.http.kit.RequestBodies;
import io.haidang.gateway.http.kit.RequestBodies.FormFile;
import io.vertx.core.MultiMap;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a browser asked for, copied on the event loop so that a blocking thread may read it.
 *
 * @param path without the query
 * @param parameters of the path and the query
 * @param form fields of the body; empty for a GET
 * @param files that were chosen in the form
 * @param fragment whether a script wants a part of a page
 * @param secure whether the browser speaks TLS, to this server or to the proxy in front of it
 * @param authority host and port as the client calls this server
 * @param range which bytes of a file are wanted, as the header says it; empty for all
 * @param ifRange of which version of the file; empty for whichever
 * @param browser in words, such as {@code Firefox, Windows}; empty when unknown
 */
public record WebRequest(
    String id,
    boolean isPost,
    String path,
    MultiMap parameters,
    MultiMap form,
    Map<String, String> cookies,
    String acceptLanguage,
    FormFiles files,
    boolean fragment,
    boolean secure,
    String authority,
    String range,
    String ifRange,
    String browser) {

  private static final Pattern AUTHORITY =
      Pattern.compile("(?:[A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::[0-9]{1,5})?");

  static WebRequest of(RoutingContext request) {
    MultiMap parameters = MultiMap.caseInsensitiveMultiMap().addAll(request.queryParams());
    request.pathParams().forEach(parameters::set);
    return new WebRequest(
        Answers.requestId(request),
        request.request().method().equals(HttpMethod.POST),
        request.request().path(),
        parameters,
        MultiMap.caseInsensitiveMultiMap().addAll(request.request().formAttributes()),
        request.request().cookies().stream()
            .collect(Collectors.toMap(Cookie::getName, Cookie::getValue, (first, other) -> first)),
        header(request, "Accept-Language"),
        RequestBodies.files(request).chosen(),
        header(request, "HX-Request").equals("true"),
        Answers.isPrivate(request),
        String.valueOf(request.request().authority()),
        header(request, "Range"),
        header(request, "If-Range"),
        BrowserName.of(header(request, "User-Agent")));
  }

  /**
   * Where this server is for the client, such as {@code https://news.example}.
   *
   * @throws GatewayException {@code invalid-request} for a host that can be none
   */
  public String origin() {
    if (!AUTHORITY.matcher(authority).matches()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "Host: malformed (expected: host and port)");
    }
    return (secure ? "https://" : "http://") + authority;
  }

  private static String header(RoutingContext request, String name) {
    String value = request.request().getHeader(name);
    return value == null ? "" : value;
  }

  /**
   * Whether an open page may have sent it without anybody being there: lists look again, and a text
   * in hand stays in hand, by the clock.
   */
  boolean isByItself() {
    return fragment && (!isPost || path.endsWith("/claim/renew"));
  }

  /** The file of a form with one. */
  public Optional<FormFile> file() {
    return file("file");
  }

  /** The file of a field; empty when none was chosen. */
  public Optional<FormFile> file(String field) {
    return files.find(field);
  }

  /** The files of a field that takes several. */
  public List<FormFile> files(String field) {
    return files.of(field);
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  /** A parameter of the path or the query; empty text when it is missing. */
  public String parameter(String name) {
    return Optional.ofNullable(parameters.get(name)).orElse("");
  }

  /** A field of the form with line ends as {@code \n}; empty text when it is missing. */
  public String field(String name) {
    return Optional.ofNullable(form.get(name)).orElse("").replace("\r\n", "\n");
  }

  /** All values of a repeated field, in the order of the form, line ends as {@code \n}. */
  public List<String> fields(String name) {
    return form.getAll(name).stream().map(value -> value.replace("\r\n", "\n")).toList();
  }

  /** The number in a field. */
  public int number(String name) {
    try {
      return Integer.parseInt(field(name));
    } catch (NumberFormatException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, name + ": no number (expected: a whole number)");
    }
  }

  /** The constant whose public name is in a field. */
  public <E extends Enum<E>> E constant(Class<E> type, String name) {
    try {
      return PublicName.constant(type, field(name));
    } catch (IllegalArgumentException e) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, name + ": unknown (expected: one of the form)");
    }
  }

  /**
   * The segment of the address, from 0.
   *
   * @throws GatewayException {@code not-found} for one that cannot be
   */
  public int segment() {
    String index = parameter("index");
    if (!index.matches("[0-9]{1,7}")) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND, "segment: unknown (expected: one of the target)");
    }
    return Integer.parseInt(index);
  }

  /** The id in the path; an address without one that can exist is unknown. */
  public UUID target() {
    return target("id");
  }

  /** The id in a parameter; an address without one that can exist is unknown. */
  public UUID target(String name) {
    return id("target", parameter(name));
  }

  /** The id in a parameter of the path; an address without one that can exist is unknown. */
  public UUID id(String name) {
    return id(name, parameter(name));
  }

  /** The id that {@code text} is; what can be none is unknown. */
  public static UUID id(String what, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new GatewayException(ErrorCode.NOT_FOUND, what + ": unknown (expected: a known one)");
    }
  }
}
