package io.haidang.gateway.campaign;

import io.haidang.glossary.enforce.TermEnforcer;
import java.util.List;

/**
 * How far a campaign is, counted anew each time.
 *
 * @param places where the old name stood when it was opened
 * @param selected of them, to be corrected
 * @param prepared of the selected, with a correction that a program wrote
 * @param byHand of the selected, left to a person
 * @param settled of the selected, without the old name and signed off
 * @param texts to which the selected belong
 * @param exported of these translations, delivered at least once
 */
public record Progress(
    int places, int selected, int prepared, int byHand, int settled, int texts, int exported) {

  static Progress of(List<CampaignItem> items, Campaign campaign, TermEnforcer terms) {
    List<CampaignItem> selected = items.stream().filter(CampaignItem::selected).toList();
    return new Progress(
        items.size(),
        selected.size(),
        count(selected, CampaignItem.State.PREPARED),
        count(selected, CampaignItem.State.BY_HAND),
        (int) selected.stream().filter(item -> isSettled(item, campaign, terms)).count(),
        (int) selected.stream().map(CampaignItem::asset).distinct().count(),
        (int)
            selected.stream()
                .filter(item -> !item.exports().isEmpty())
                .map(CampaignItem::target)
                .distinct()
                .count());
  }

  private static int count(List<CampaignItem> items, CampaignItem.State state) {
    return (int) items.stream().filter(item -> item.state() == state).count();
  }

  /** Whether the old name is gone and a second person has read the text. */
  static boolean isSettled(CampaignItem item, Campaign campaign, TermEnforcer terms) {
    return item.targetState().isSignedOff()
        && CampaignWork.rename(campaign, item.language())
            .map(rename -> !OldName.in(item, campaign, rename, terms).isUsed())
            .orElse(true);
  }
}
