package io.haidang.gateway.web.terms;

import io.haidang.gateway.terms.ConceptVersion;
import io.haidang.gateway.terms.Concepts.Details;
import io.haidang.gateway.terms.TermEvent;
import io.haidang.gateway.web.kit.Texts;
import io.haidang.glossary.Concept;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What has happened to a concept, with what each release changed. */
final class ConceptHistory {

  private ConceptHistory() {}

  /**
   * One event in words.
   *
   * @param actor display name
   * @param release that it made, or null
   * @param lines what that release changed
   */
  record Entry(
      String time,
      String actor,
      String what,
      @Nullable Integer release,
      String comment,
      List<ConceptDifference.Line> lines) {}

  /** Everything, the newest first. */
  static List<Entry> of(Details details, Texts texts) {
    List<Entry> entries = new ArrayList<>();
    for (TermEvent event : details.events()) {
      entries.add(entry(event, details.versions(), texts));
    }
    Collections.reverse(entries);
    return entries;
  }

  private static Entry entry(TermEvent event, List<ConceptVersion> versions, Texts texts) {
    boolean bundled = event.type() == TermEvent.Type.BUNDLED;
    return new Entry(
        texts.time(event.at()),
        bundled ? texts.get("term-event.list") : event.actor(),
        texts.name("term-event", event.type()),
        event.release(),
        event.comment(),
        event.release() == null || bundled ? List.of() : changes(event.release(), versions, texts));
  }

  private static List<ConceptDifference.Line> changes(
      int release, List<ConceptVersion> versions, Texts texts) {
    Optional<ConceptVersion> began =
        versions.stream().filter(version -> version.from() == release).findFirst();
    Optional<ConceptVersion> ended =
        versions.stream().filter(version -> Objects.equals(version.to(), release)).findFirst();
    return ConceptDifference.between(content(ended), content(began), texts);
  }

  private static @Nullable Concept content(Optional<ConceptVersion> version) {
    return version.map(ConceptVersion::content).orElse(null);
  }
}
