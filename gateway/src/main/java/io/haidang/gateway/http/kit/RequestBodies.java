package io.haidang.gateway.http.kit;

import io.haidang.gateway.ErrorCode;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads bodies into memory, as many at a time as {@link BodyBudget} has room for, once it is known
 * whose they are. Vert.x can only write the files of a form into a folder, or drop them; a draft
 * belongs in no folder, so forms are read here.
 */
public final class RequestBodies {

  /** Where the page for lists of terms sends its form, which may be as long as a list. */
  public static final String LIST_FORM = "/glossary/import";

  /** Where the addresses of the API begin. */
  public static final String API = "/api";

  /** Longest body of somebody unknown: a key among the fields of a form, or a sign-in. */
  static final int UNKNOWN_LIMIT = 256 << 10;

  private static final String FILE = "file";
  static final String FILES = "files of the form";
  private static final String READ = "body read";
  private static final Set<String> IMPORTS =
      Set.of(API + "/v1/glossaries/official/imports", API + "/v1/memory/imports");

  /** Where clients of the DeepL dialect send their word lists, in fields of a form or as JSON. */
  private static final List<String> WORD_LISTS = List.of("/v2/glossaries", "/v3/glossaries");

  private final int limit;
  private final int listLimit;
  private final int fileLimit;
  private final BodyBudget known;
  private final BodyBudget unknown;

  /**
   * Reads bodies of at most {@code limit} bytes.
   *
   * @param limit of the whole body
   * @param listLimit of a list of terms that is imported
   * @param fileLimit of a form with all its files
   * @param known for bodies of those who are known
   * @param unknown for bodies of all others, who shall not be in the way of those who are
   */
  public RequestBodies(
      int limit, int listLimit, int fileLimit, BodyBudget known, BodyBudget unknown) {
    this.limit = limit;
    this.listLimit = listLimit;
    this.fileLimit = fileLimit;
    this.known = known;
    this.unknown = unknown;
  }

  /**
   * A file that came with a form; it is empty and has no name when none was chosen.
   *
   * @param field of the form
   * @param name as the browser says, never trusted
   */
  public record FormFile(String field, String name, Buffer content) {}

  /** The file of a form with one. */
  public static Optional<FormFile> file(RoutingContext request) {
    return files(request).find(FILE);
  }

  /** The files of a form; none when it is no form. */
  public static FormFiles files(RoutingContext request) {
    List<FormFile> files = request.get(FILES);
    return files == null ? FormFiles.NONE : new FormFiles(files);
  }

  /** Whether a request brings a form that may have files. */
  public static boolean isForm(RoutingContext request) {
    return mediaType(request).startsWith("multipart/");
  }

  static boolean hasFields(RoutingContext request) {
    return isForm(request) || mediaType(request).startsWith("application/x-www-form-urlencoded");
  }

  private static String mediaType(RoutingContext request) {
    String type = request.request().getHeader(HttpHeaders.CONTENT_TYPE);
    return type == null ? "" : type.toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the body of somebody who is known, unless it has been read.
   *
   * @return fails with {@code text-too-large}, {@code unreadable-glossary}, {@code overloaded} or
   *     {@code invalid-request}
   */
  Future<Void> read(RoutingContext request) {
    if (request.get(READ) != null) {
      return Future.succeededFuture();
    }
    boolean isList = request.request().path().equals(LIST_FORM);
    ErrorCode tooLong = isList ? ErrorCode.UNREADABLE_GLOSSARY : ErrorCode.TEXT_TOO_LARGE;
    return read(request, most(request, isList), tooLong, known);
  }

  private int most(RoutingContext request, boolean isList) {
    if (isForm(request)) {
      return isList ? listLimit : fileLimit;
    }
    return isImport(request.request().path()) ? listLimit : limit;
  }

  private static boolean isImport(String path) {
    return IMPORTS.contains(path) || WORD_LISTS.stream().anyMatch(path::startsWith);
  }

  /** Reads the short body of somebody who is not known yet. */
  Future<Void> readOfUnknown(RoutingContext request) {
    int most = Math.min(UNKNOWN_LIMIT, limit);
    return read(request, most, ErrorCode.TEXT_TOO_LARGE, unknown);
  }

  private static Future<Void> read(
      RoutingContext request, int most, ErrorCode tooLong, BodyBudget budget) {
    request.put(READ, true);
    return new BodyReading(request, most, tooLong, budget).read();
  }

  /** For forms that anybody may send: reads the body, then goes on. */
  public void open(RoutingContext request) {
    readOfUnknown(request).onFailure(request::fail).onSuccess(read -> request.next());
  }

  /** For those who are known: reads the body, then goes on. */
  public void ofKnown(RoutingContext request) {
    read(request).onFailure(request::fail).onSuccess(read -> request.next());
  }
}
