package io.haidang.gateway.web.kit;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.haidang.gateway.auth.Account;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Fills templates, which the build has compiled; everything they print is escaped.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use.
 */
public final class Renderer {

  /** Of the templates; the build puts those of a folder into the package of the same name. */
  private static final String PACKAGE = "io.haidang.gateway.web";

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Renderer.class.getClassLoader(), PACKAGE);
  private final Assets assets;
  private final ToLongFunction<Account> unread;
  private final LongSupplier openProposals;

  /**
   * A renderer of every template.
   *
   * @param unread what an account was told and has not read
   * @param openProposals how many changes of the official names wait; asked for terminologists
   */
  public Renderer(Assets assets, ToLongFunction<Account> unread, LongSupplier openProposals) {
    this.assets = assets;
    this.unread = unread;
    this.openProposals = openProposals;
  }

  /** A whole page; the template {@code name} takes {@code frame} and {@code view}. */
  public String page(Visit visit, String name, String title, String section, Object view) {
    Frame frame = Frame.of(visit, assets, title, section, unread, openProposals);
    return render(name, Map.of("frame", frame, "view", view));
  }

  /** A part of a page; the template takes the same two parameters. */
  public String fragment(Visit visit, String name, Object view) {
    return page(visit, name, "", "", view);
  }

  private String render(String name, Map<String, Object> parameters) {
    StringOutput output = new StringOutput();
    engine.render(name + ".jte", parameters, output);
    return output.toString();
  }
}
