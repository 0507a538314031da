package io.haidang.gateway.story;

import io.haidang.gateway.draft.StoryTable;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.TargetTable;
import io.haidang.gateway.review.ProductSegment;
import io.haidang.gateway.review.SegmentTable;
import io.haidang.gateway.store.Database;
import io.haidang.gateway.story.Inconsistency.Rendering;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.models.LanguagePair;
import io.haidang.translation.TranslationContext;
import io.haidang.translation.check.Finding;
import io.haidang.translation.check.RepeatedSegments;
import io.haidang.translation.document.InlineCodes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/**
 * Whether the products of a story say the same sentence in the same way. Read anew from the texts
 * each time, so that it is never older than they are.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> SQL, and computes for as long
 * as the texts are; never call it on an event loop.
 */
public final class Consistency {

  private final Database database;
  private final TargetTable targets;
  private final StoryNames names;

  public Consistency(Database database, StoryNames names, Clock clock) {
    this.database = database;
    this.targets = new TargetTable(clock);
    this.names = names;
  }

  /** A segment and the product that it is of. */
  private record Placed(Target target, ProductSegment segment) {

    String source() {
      return InlineCodes.strip(segment.source()).strip();
    }

    Rendering rendering() {
      return new Rendering(target.id(), target.form(), segment.index(), segment.plain().strip());
    }
  }

  /**
   * What is said in several ways, by language. Stale products are left out: they are to be made
   * anew.
   *
   * @throws io.haidang.gateway.GatewayException {@code not-found}
   */
  public List<Inconsistency> of(UUID story) {
    List<Inconsistency> found = new ArrayList<>();
    translations(story).forEach((pair, placed) -> found.addAll(of(pair, placed)));
    return found;
  }

  private Map<LanguagePair, List<Placed>> translations(UUID story) {
    return database
        .jdbi()
        .withHandle(
            handle -> {
              StoryTable.require(handle, story);
              Map<LanguagePair, List<Placed>> byPair = new LinkedHashMap<>();
              for (Target target : targets.ofStory(handle, story)) {
                if (target.isInAnotherLanguage() && !target.isStale()) {
                  LanguagePair pair =
                      new LanguagePair(target.asset().sourceLanguage(), target.language());
                  List<Placed> placed = byPair.computeIfAbsent(pair, key -> new ArrayList<>());
                  SegmentTable.product(handle, target.id())
                      .forEach(segment -> placed.add(new Placed(target, segment)));
                }
              }
              return byPair;
            });
  }

  private List<Inconsistency> of(LanguagePair pair, List<Placed> placed) {
    if (placed.isEmpty()) {
      return List.of();
    }
    Target first = placed.get(0).target();
    TranslationContext context =
        new TranslationContext(pair, first.asset().textDate(), names.of(first.asset().story()));
    RepeatedSegments repeated =
        RepeatedSegments.of(
            placed.stream().map(Placed::source).toList(),
            placed.stream().map(one -> one.segment().plain()).toList(),
            context);
    Map<String, List<Placed>> bySource = new LinkedHashMap<>();
    placed.forEach(
        one ->
            bySource
                .computeIfAbsent(one.source().toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                .add(one));
    List<Inconsistency> found = new ArrayList<>();
    for (List<Placed> same : bySource.values()) {
      same.stream()
          .flatMap(one -> repeated.findings(one.source(), one.segment().plain()).stream())
          .findFirst()
          .ifPresent(finding -> found.add(inconsistency(pair, same, finding)));
    }
    return found;
  }

  private static Inconsistency inconsistency(
      LanguagePair pair, List<Placed> same, Finding finding) {
    return new Inconsistency(
        pair.target(),
        same.get(0).source(),
        finding.expected(),
        same.stream()
            .filter(one -> !one.segment().plain().isBlank())
            .map(Placed::rendering)
            .toList());
  }
}
