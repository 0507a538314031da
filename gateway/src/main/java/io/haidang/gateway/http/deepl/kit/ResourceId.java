package io.haidang.gateway.http.deepl.kit;

import io.haidang.gateway.http.dialect.DialectCall;
import io.haidang.gateway.http.dialect.DialectException;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids as the dialect writes them: UUIDs in full. */
public final class ResourceId {

  /** The class of Java reads shorter ones, too. */
  private static final Pattern FULL =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private ResourceId() {}

  /** The id of a path; one that cannot be an id is a wrong value, not an unknown thing. */
  public static UUID of(DialectCall call, String name) {
    return parse(name, call.pathText(name));
  }

  /**
   * An id among the parameters.
   *
   * @param name of the parameter, for the message
   */
  public static UUID parse(String name, String text) {
    if (!FULL.matcher(text).matches()) {
      throw DialectException.unsupportedValue(name, "a UUID");
    }
    return UUID.fromString(text);
  }
}
