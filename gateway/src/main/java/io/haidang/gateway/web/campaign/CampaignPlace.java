package io.haidang.gateway.web.campaign;

import io.haidang.gateway.campaign.Campaign;
import io.haidang.gateway.campaign.CampaignItem;
import io.haidang.gateway.web.kit.TargetLink;
import io.haidang.gateway.web.review.MarkedText;
import io.haidang.glossary.match.WordingSearch;
import io.haidang.translation.check.Severity;
import java.util.List;

/**
 * A segment that used an old name.
 *
 * @param text the present translation, with the old name marked where it still stands
 */
record CampaignPlace(CampaignItem item, List<MarkedText.Run> text) {

  static CampaignPlace of(CampaignItem item, Campaign campaign) {
    List<MarkedText.Mark> marks =
        campaign.renames().stream()
            .filter(rename -> rename.language().getLanguage().equals(item.language().getLanguage()))
            .flatMap(
                rename ->
                    WordingSearch.in(item.text(), item.language()).find(rename.oldName()).stream())
            .map(span -> new MarkedText.Mark(span, Severity.WARNING))
            .toList();
    return new CampaignPlace(item, MarkedText.of(item.text(), List.of(), marks, List.of()));
  }

  /** As a box to tick names it. */
  String name() {
    return CampaignPages.name(item);
  }

  /** The number that people use, from 1. */
  int number() {
    return item.index() + 1;
  }

  String href() {
    return TargetLink.href(item.target(), item.index());
  }
}
