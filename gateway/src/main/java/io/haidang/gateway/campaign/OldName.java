package io.haidang.gateway.campaign;

import io.haidang.glossary.TermMatch;
import io.haidang.glossary.TextSpan;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.glossary.match.WordingSearch;
import java.util.List;

/**
 * The places of an old name in one segment; those inside a longer name of something else are none.
 *
 * @param spans every form of the name, left to right
 */
record OldName(List<TextSpan> spans) {

  static OldName in(CampaignItem item, Campaign campaign, Rename rename, TermEnforcer terms) {
    List<TextSpan> longer =
        terms.glossary().match(item.text(), item.language(), item.textDate()).stream()
            .filter(match -> !match.concept().id().equals(campaign.concept()))
            .map(TermMatch::span)
            .toList();
    return new OldName(
        WordingSearch.in(item.text(), rename.language()).find(rename.oldName()).stream()
            .filter(span -> longer.stream().noneMatch(other -> isInside(span, other)))
            .toList());
  }

  private static boolean isInside(TextSpan span, TextSpan longer) {
    return longer.start() <= span.start()
        && span.end() <= longer.end()
        && span.length() < longer.length();
  }

  boolean isUsed() {
    return !spans.isEmpty();
  }
}
