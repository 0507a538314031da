package io.haidang.gateway.draft;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.models.LanguagePair;
import io.haidang.models.ModelDescriptor.Locality;
import io.haidang.summarization.Form;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.subtitle.Subtitles;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which products of an asset can be made here.
 *
 * @param pairs directions that an error may name; empty where nobody has counted them
 * @param isServed whether texts of a kind have an engine that they may reach
 * @param hears whether recordings that may go so far have somebody to write them down
 */
public record ProductOffer(
    Set<LanguagePair> pairs, Predicate<TextKind> isServed, Predicate<Locality> hears) {

  public ProductOffer {
    pairs = Set.copyOf(pairs);
  }

  /** One product. */
  public record Wanted(ProductForm form, Locale language) {}

  /**
   * The products that are wanted of an asset, if they can be had.
   *
   * @throws GatewayException {@code not-found} for an asset without a text, {@code
   *     unknown-language}, {@code unsupported-pair}, {@code no-speech-engine}, {@code
   *     invalid-request}
   */
  public List<Wanted> wanted(Asset asset, NewProducts wanted) {
    List<Wanted> all = new ArrayList<>();
    for (ProductForm form : wanted.forms()) {
      if (form.isTranscript()) {
        requireHearing(asset);
        all.add(new Wanted(form, asset.sourceLanguage()));
        continue;
      }
      requireText(asset);
      requireKnown(form, asset);
      for (String tag : wanted.languages()) {
        Locale language = LanguageTags.known(tag);
        boolean ownLanguage = language.equals(asset.sourceLanguage());
        if (!ownLanguage) {
          requireServed(asset, language);
        }
        if (!(ownLanguage && form.isTranslation())) {
          all.add(new Wanted(form, language));
        }
      }
    }
    if (all.isEmpty()) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST, "products: (none) (expected: at least one)");
    }
    return all;
  }

  private void requireHearing(Asset asset) {
    if (asset.kind() != AssetKind.AUDIO && asset.kind() != AssetKind.VIDEO) {
      throw new GatewayException(
          ErrorCode.INVALID_REQUEST,
          "form: transcript of what is no recording (expected: a recording or film)");
    }
    if (!hears(asset.sensitivity())) {
      throw new GatewayException(
          ErrorCode.NO_SPEECH_ENGINE,
          "speech: no engine (expected: one that a recording of this label may reach)");
    }
  }

  /** Whether recordings of a label have somebody to write them down. */
  public boolean hears(Sensitivity label) {
    Locale any = Locale.forLanguageTag("vi");
    return hears.test(new TextKind(new LanguagePair(any, any), DocumentFormat.VTT, label).reach());
  }

  private static void requireText(Asset asset) {
    if (!asset.hasText()) {
      throw new GatewayException(
          ErrorCode.NOT_FOUND,
          "asset: " + asset.id() + " without a text (expected: one with a text)");
    }
  }

  private static void requireKnown(ProductForm form, Asset asset) {
    if (form.equals(ProductForm.SUBTITLES)) {
      if (!Subtitles.isFormat(asset.format())) {
        throw new GatewayException(
            ErrorCode.INVALID_REQUEST,
            "form: subtitles of a text without times (expected: a transcript as SRT or VTT)");
      }
    } else if (!form.isTranslation() && !form.equals(ProductForm.VOICE_OVER)) {
      try {
        Form.of(form.id());
      } catch (IllegalArgumentException e) {
        throw new GatewayException(
            ErrorCode.INVALID_REQUEST, "form: unknown (expected: such as headline)");
      }
    }
  }

  private void requireServed(Asset asset, Locale language) {
    LanguagePair pair = new LanguagePair(asset.sourceLanguage(), language);
    if (!isServed.test(new TextKind(pair, asset.format(), asset.sensitivity()))) {
      boolean isForOthers = pairs.isEmpty() || pairs.contains(pair);
      String expected =
          isForOthers ? "one that a text of this label has an engine for" : "one of " + pairs;
      throw new GatewayException(
          ErrorCode.UNSUPPORTED_PAIR, "pair: " + pair + " (expected: " + expected + ")");
    }
  }
}
