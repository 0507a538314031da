package io.haidang.gateway.campaign;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.campaign.CampaignItem.State;
import io.haidang.gateway.review.SegmentCorrections;
import io.haidang.glossary.enforce.TermEnforcer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/** Finds the places of a campaign and corrects them, in the transaction of the caller. */
final class CampaignWork {

  private final Supplier<TermEnforcer> terms;

  CampaignWork(Supplier<TermEnforcer> terms) {
    this.terms = terms;
  }

  TermEnforcer terms() {
    return terms.get();
  }

  /** Where the old name stands; chosen where it is wrong on the date of the text. */
  List<CampaignItem> places(Handle handle, Campaign campaign) {
    TermEnforcer present = terms.get();
    return CampaignItemTable.naming(handle, campaign.concept()).stream()
        .filter(
            item ->
                rename(campaign, item.language())
                    .filter(rename -> OldName.in(item, campaign, rename, present).isUsed())
                    .isPresent())
        .map(item -> item.withSelected(!item.textDate().isBefore(campaign.changedOn())))
        .toList();
  }

  /** The rename for a language; one of the language alone serves its regions. */
  static Optional<Rename> rename(Campaign campaign, Locale language) {
    Optional<Rename> same =
        campaign.renames().stream()
            .filter(rename -> rename.language().equals(language))
            .findFirst();
    return same.isPresent()
        ? same
        : campaign.renames().stream()
            .filter(rename -> rename.language().toLanguageTag().equals(language.getLanguage()))
            .findFirst();
  }

  /** Whether a correction was written; otherwise the place is left to a person. */
  boolean prepare(
      Handle handle,
      Campaign campaign,
      CampaignItem item,
      SegmentCorrections corrections,
      Account actor) {
    String doubt =
        corrections
            .begin(handle, item.target(), item.index())
            .map(text -> correct(handle, campaign, item.withText(text), corrections, actor))
            .orElseGet(() -> "state: " + PublicName.of(item.targetState()));
    boolean isDone = doubt.isEmpty();
    CampaignItemTable.setState(
        handle, campaign.id(), item.place(), isDone ? State.PREPARED : State.BY_HAND, doubt);
    return isDone;
  }

  /** Returns why it was not done; empty when it was. */
  private String correct(
      Handle handle,
      Campaign campaign,
      CampaignItem item,
      SegmentCorrections corrections,
      Account actor) {
    Rename rename = rename(campaign, item.language()).orElseThrow();
    NameReplacement replacement =
        NameReplacement.in(item.text(), OldName.in(item, campaign, rename, terms.get()), rename);
    if (replacement.doubt().isEmpty()) {
      corrections.write(handle, item.target(), item.index(), replacement.text(), actor);
    }
    return replacement.doubt();
  }
}
