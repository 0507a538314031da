package io.haidang.gateway.story;

import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.Originals;
import io.haidang.gateway.terms.StoryNames;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import io.haidang.translation.fact.FactExtractor;
import java.util.List;

/** Reads texts of stories, with what they state under the names of their story. */
final class TextStates {

  private final Originals originals;
  private final StoryNames names;

  TextStates(Originals originals, StoryNames names) {
    this.originals = originals;
    this.names = names;
  }

  /** The text of an asset in the revision that it is shown with. */
  TextState of(Asset asset) {
    return of(asset, asset.text(), originals.document(asset));
  }

  /** A text that need not be stored. */
  TextState of(Asset asset, AssetText text, SegmentedDocument document) {
    List<String> plain = document.segments().stream().map(InlineCodes::strip).toList();
    return new TextState(
        text.revision(),
        document.segments(),
        document.units(),
        extractor(asset).ledger(plain, asset.sourceLanguage(), asset.textDate()),
        asset.textDate());
  }

  /** Reads facts under the names of the story. */
  FactExtractor extractor(Asset asset) {
    return FactExtractor.of(names.of(asset.story()).glossary());
  }
}
