package io.haidang.gateway.web.testing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody who keeps the official names, in a browser without scripts. */
public final class TermClient {

  public static final String CONCEPT = "/glossary/concepts/";
  private static final Pattern PROPOSAL = Pattern.compile("id=\"proposal-([0-9a-f-]{36})\"");
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");

  private final WebClient browser;

  public TermClient(RunningDesk desk, String login) {
    this.browser = WebClient.of(desk, login);
  }

  public WebClient browser() {
    return browser;
  }

  public String page(String path) {
    return browser.get(path).body();
  }

  /** Sends a form with its token. */
  public HttpResponse<String> send(String path, Map<String, String> fields) {
    return send(path, new ArrayList<>(fields.entrySet()));
  }

  public HttpResponse<String> send(String path, List<Map.Entry<String, String>> fields) {
    List<Map.Entry<String, String>> form = new ArrayList<>(fields);
    form.add(Map.entry("token", browser.token("/glossary")));
    return browser.post(path, form);
  }

  /** The form of a name, with one Vietnamese and one English wording. */
  public static List<Map.Entry<String, String>> form(
      String vietnamese, String english, String version) {
    List<Map.Entry<String, String>> form = new ArrayList<>();
    form.addAll(row("vi", vietnamese, "preferred"));
    form.addAll(row("en", english, "preferred"));
    form.add(Map.entry("version", version));
    return form;
  }

  public static List<Map.Entry<String, String>> row(String language, String text, String status) {
    return List.of(
        Map.entry("language", language),
        Map.entry("text", text),
        Map.entry("status", status),
        Map.entry("reason", ""),
        Map.entry("case", "name"),
        Map.entry("first", "when-used"));
  }

  public HttpResponse<String> proposeNew(String id, String vietnamese, String english) {
    List<Map.Entry<String, String>> form = form(vietnamese, english, "0");
    form.add(Map.entry("id", id));
    return send("/glossary/new", form);
  }

  /** The version that the form of a name was made from. */
  public String version(String id) {
    return first(VERSION, page(CONCEPT + id + "/edit"));
  }

  /** The newest single proposal that waits. */
  public String newestProposal() {
    return first(PROPOSAL, page("/glossary/proposals"));
  }

  public HttpResponse<String> decide(String decision, String proposal, String comment) {
    return send(
        "/glossary/proposals",
        Map.of("decision", decision, "proposal", proposal, "comment", comment));
  }

  private static String first(Pattern pattern, String page) {
    Matcher found = pattern.matcher(page);
    if (!found.find()) {
      throw new IllegalStateException(pattern + ": not on the page");
    }
    return found.group(1);
  }
}
