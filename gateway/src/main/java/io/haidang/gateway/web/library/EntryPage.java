package io.haidang.gateway.web.library;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.channel.Notice;
import io.haidang.gateway.channel.ReleaseRule;
import io.haidang.gateway.channel.ReleaseRule.Spokesperson;
import io.haidang.gateway.draft.TextField;
import io.haidang.gateway.http.kit.HttpServices;
import io.haidang.gateway.http.kit.Reply;
import io.haidang.gateway.library.Library;
import io.haidang.gateway.library.Library.Passage;
import io.haidang.gateway.library.LibraryEntry;
import io.haidang.gateway.library.LibraryServices;
import io.haidang.gateway.review.ReviewDesk;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.web.kit.DayField;
import io.haidang.gateway.web.kit.Renderer;
import io.haidang.gateway.web.kit.Visit;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One product that was signed off: text, passages to take, what is like it, its release. */
final class EntryPage {

  private static final int MOST_PURPOSE = 200;

  private final Library library;
  private final LibraryServices services;
  private final ReviewDesk desk;
  private final Renderer renderer;
  private final Clock clock;

  EntryPage(HttpServices services, Renderer renderer) {
    this.library = services.library().library();
    this.services = services.library();
    this.desk = services.desk();
    this.renderer = renderer;
    this.clock = services.clock();
  }

  /**
   * The page.
   *
   * @param taken the passage that was just taken
   */
  record View(
      LibraryEntry entry,
      List<Part> parts,
      List<LibraryEntry> similar,
      List<Notice> notices,
      Release release,
      Optional<Passage> taken) {

    String href() {
      return "/library/" + entry.target().id();
    }

    String language() {
      return entry.target().language().toLanguageTag();
    }

    /** The embargo as the field of a form has it, on the clock of the office. */
    String embargoField() {
      Instant until = release.rule().embargoUntil();
      return until == null ? "" : DayField.write(LocalDateTime.ofInstant(until, Office.ZONE));
    }

    boolean isOut() {
      return entry.target().state() == TargetState.PUBLISHED && !release.embargo();
    }

    boolean isDelivered() {
      return entry.target().state() == TargetState.PUBLISHED;
    }
  }

  /** A segment without codes. */
  record Part(int index, String text) {}

  /**
   * How the product may leave the house.
   *
   * @param embargo whether it still lasts
   * @param speaks whether the reader is the spokesperson
   * @param decides whether the reader may set rules, withdraw and correct
   */
  record Release(
      ReleaseRule rule, boolean embargo, boolean cleared, boolean speaks, boolean decides) {

    /** The login of the spokesperson; empty without one. */
    String spokesperson() {
      Spokesperson named = rule.spokesperson();
      return named == null ? "" : named.login();
    }

    String spokespersonName() {
      Spokesperson named = rule.spokesperson();
      return named == null ? "" : named.displayName();
    }
  }

  Reply show(Visit visit) {
    return show(visit, Optional.empty());
  }

  Reply take(Visit visit) {
    UUID id = visit.request().target();
    String purpose =
        TextField.require("purpose", visit.request().field("purpose").strip(), MOST_PURPOSE);
    Passage passage =
        library.take(id, visit.request().number("segment"), purpose, desk, visit.account());
    return show(visit, Optional.of(passage));
  }

  private Reply show(Visit visit, Optional<Passage> taken) {
    LibraryEntry entry = library.entry(visit.request().target(), visit.account());
    View view =
        new View(
            entry,
            desk.segments(entry.target().id()).stream().map(EntryPage::part).toList(),
            library.similar(entry, visit.account()),
            services.notices().of(entry.target().id()),
            release(entry, visit.account()),
            taken);
    return Reply.html(renderer.page(visit, "library/entry", entry.text().title(), "library", view));
  }

  private static Part part(SegmentView segment) {
    return new Part(segment.index(), InlineCodes.strip(segment.target()));
  }

  private Release release(LibraryEntry entry, Account reader) {
    ReleaseRule rule = services.rules().of(entry.story().id());
    Spokesperson named = rule.spokesperson();
    return new Release(
        rule,
        rule.isUnderEmbargo(clock.instant()),
        services.rules().isCleared(entry.target()),
        named != null && named.id().equals(reader.id()),
        reader.has(Role.REVIEWER));
  }
}
