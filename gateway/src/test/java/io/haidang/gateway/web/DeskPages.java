package io.haidang.gateway.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every page of the desk that people open, and why the other addresses are not among them. */
final class DeskPages {

  private static final String NOBODY = "";
  private static final String WRITES = "lan";
  private static final String REVIEWS = "minh";
  private static final String KEEPS_NAMES = "mai";
  private static final String ADMINISTERS = "son";

  /** Where there is nothing. */
  static final String NO_PAGE = "/khong-co";

  /** In the order of a walk; who is the same for longest has to sign in least. */
  static final List<Stop> STOPS =
      List.of(
          new Stop("sign-in", NOBODY, "/sign-in"),
          new Stop("errors", NOBODY, "/errors"),
          new Stop("published", NOBODY, "/published/:id", "approved"),
          new Stop("drafts", WRITES, "/drafts"),
          new Stop("submit", WRITES, "/drafts/new"),
          new Stop("stories", WRITES, "/stories"),
          new Stop("story-new", WRITES, "/stories/new"),
          new Stop("story", WRITES, "/stories/:story", "story"),
          new Stop("story-part", WRITES, "/stories/:story/assets/:asset", "story"),
          new Stop("story-changes", WRITES, "/stories/:story/assets/:asset/changes", "story"),
          new Stop("story-facts", WRITES, "/stories/:story/facts", "story"),
          new Stop("story-keeping", REVIEWS, "/stories/:story/keeping", "story"),
          new Stop("product", WRITES, "/stories/:story/products/:product", "product"),
          new Stop("library", WRITES, "/library"),
          new Stop("library-text", WRITES, "/library/:id", "approved"),
          new Stop("account", WRITES, "/account"),
          new Stop("account-sessions", WRITES, "/account/sessions"),
          new Stop("inbox", REVIEWS, "/inbox"),
          new Stop("inbox-settings", REVIEWS, "/inbox/settings"),
          new Stop("queue", REVIEWS, "/queue"),
          new Stop("workbench", REVIEWS, "/targets/:id", "text"),
          new Stop("workbench-subtitles", REVIEWS, "/targets/:id", "film"),
          new Stop("workbench-approved", REVIEWS, "/targets/:id", "approved"),
          new Stop("time-line", REVIEWS, "/targets/:id/timeline", "film"),
          new Stop("versions", REVIEWS, "/targets/:id/versions", "approved"),
          new Stop("work", REVIEWS, "/targets/:id/work", "text"),
          new Stop("summary", REVIEWS, "/targets/:id/summary", "text"),
          new Stop("history", REVIEWS, "/targets/:id/history", "approved"),
          new Stop("comments", REVIEWS, "/targets/:id/comments", "text"),
          new Stop("text-quality", REVIEWS, "/targets/:id/quality", "approved"),
          new Stop("text-preview", REVIEWS, "/targets/:id/preview", "text"),
          new Stop("concordance", REVIEWS, "/targets/:id/concordance?q=vốn", "text"),
          new Stop("wordings", REVIEWS, "/targets/:id/segments/:index/alternatives", "text"),
          new Stop("memory", REVIEWS, "/targets/:id/segments/:index/memory", "text"),
          new Stop("segment-history", REVIEWS, "/targets/:id/segments/:index/history", "approved"),
          new Stop("segment-comments", REVIEWS, "/targets/:id/segments/:index/comments", "text"),
          new Stop("approvals", REVIEWS, "/approvals"),
          new Stop("quality", REVIEWS, "/quality"),
          new Stop("samples", REVIEWS, "/quality/samples"),
          new Stop("sample", REVIEWS, "/quality/samples/:sample", "sample"),
          new Stop("glossary", KEEPS_NAMES, "/glossary"),
          new Stop("concept-new", KEEPS_NAMES, "/glossary/new"),
          new Stop("concept", KEEPS_NAMES, "/glossary/concepts/:concept", "concept"),
          new Stop("concept-edit", KEEPS_NAMES, "/glossary/concepts/:concept/edit", "concept"),
          new Stop("concept-uses", KEEPS_NAMES, "/glossary/concepts/:concept/uses", "concept"),
          new Stop("proposals", KEEPS_NAMES, "/glossary/proposals"),
          new Stop("candidates", KEEPS_NAMES, "/glossary/candidates"),
          new Stop(
              "candidates-of-text", KEEPS_NAMES, "/glossary/candidates?target=:id", "approved"),
          new Stop("import", KEEPS_NAMES, "/glossary/import"),
          new Stop("import-run", KEEPS_NAMES, "/glossary/import/run"),
          new Stop("releases", KEEPS_NAMES, "/glossary/releases"),
          new Stop("release-changes", KEEPS_NAMES, "/glossary/diff?from=1&to=2"),
          new Stop("release-export", KEEPS_NAMES, "/glossary/releases/:number/export", "release"),
          new Stop("release-back", KEEPS_NAMES, "/glossary/releases/:number/rollback", "release"),
          new Stop("campaigns", KEEPS_NAMES, "/glossary/campaigns"),
          new Stop("campaign", KEEPS_NAMES, "/glossary/campaigns/:campaign", "campaign"),
          new Stop("not-found", ADMINISTERS, NO_PAGE),
          new Stop("reports", ADMINISTERS, "/reports"),
          new Stop("accounts", ADMINISTERS, "/accounts"),
          new Stop("account-of-others", ADMINISTERS, "/accounts/:id", "account"),
          new Stop("offices", ADMINISTERS, "/offices"),
          new Stop("keys", ADMINISTERS, "/keys"),
          new Stop("key", ADMINISTERS, "/keys/:id", "key"),
          new Stop("keys-use", ADMINISTERS, "/keys/use"),
          new Stop("webhooks", ADMINISTERS, "/webhooks"),
          new Stop("webhook", ADMINISTERS, "/webhooks/:id", "webhook"),
          new Stop("letters", ADMINISTERS, "/letters"),
          new Stop("engines", ADMINISTERS, "/engines"),
          new Stop("retention", ADMINISTERS, "/retention"),
          new Stop("audit", ADMINISTERS, "/audit"),
          new Stop("audit-chain", ADMINISTERS, "/audit/chain"));

  /** Other addresses that answer, and why nobody has to look at them. */
  static final Map<String, String> NOT_LOOKED_AT =
      Map.ofEntries(
          Map.entry("/", "leads on to the first page of an account"),
          Map.entry("/inbox/:number", "leads on to what a notice is about"),
          Map.entry("/setup", "is there on an empty database only: AccessibilityIT opens one"),
          Map.entry("/keys/use/:month", "another month of /keys/use"),
          Map.entry("/reports/:month", "another month of /reports"),
          Map.entry("/targets/:id/progress", "part of the workbench"),
          Map.entry("/targets/:id/colleagues", "names that a field offers"),
          Map.entry("/targets/:id/preview/document", "the document itself, in its own frame"),
          Map.entry("/glossary/concepts/:concept/panel", "part of the workbench"),
          Map.entry("/glossary/import/progress", "part of /glossary/import/run"),
          Map.entry("/glossary/releases/:number/file", "a file"),
          Map.entry("/glossary/campaigns/:campaign/report", "a file"),
          Map.entry("/keys/use/:month/csv", "a file"),
          Map.entry("/reports/:month/csv", "a file"),
          Map.entry("/quality/csv/:kind", "a file"),
          Map.entry("/targets/:id/quality/csv", "a file"),
          Map.entry("/audit/csv", "a file"),
          Map.entry("/stories/:story/assets/:asset/medium", "a file"),
          Map.entry("/stories/:story/products/:product/captions", "a file"),
          Map.entry("/stories/:story/products/:product/voice-over", "a file"),
          Map.entry("/stories/:story/zip", "a file"),
          Map.entry("/stories/:story/content", "a file"),
          Map.entry("/published/:id/file", "a file"),
          Map.entry("/feeds/atom.xml", "for programs"),
          Map.entry("/feeds/feed.json", "for programs"),
          Map.entry("/feeds/sitemap.xml", "for programs"));

  private DeskPages() {}

  /**
   * One page.
   *
   * @param name unique, fit for a file
   * @param login of somebody who may; empty for whoever has not signed in
   * @param address a route, its query with it
   * @param thing what its parameters are those of, a key of {@link DeskThings}; null without any
   */
  record Stop(String name, String login, String address, @Nullable String thing) {

    Stop(String name, String login, String address) {
      this(name, login, address, null);
    }

    String route() {
      return address.replaceFirst("\\?.*", "");
    }
  }
}
