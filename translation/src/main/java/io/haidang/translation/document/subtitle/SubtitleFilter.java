package io.haidang.translation.document.subtitle;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.TextFile;
import io.haidang.translation.document.inplace.InPlaceSkeleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Subtitles in SubRip and WebVTT. A unit is what one speaker says in whole sentences, over as many
 * cues as it takes; a translation is split among the same cues, at their times, and broken into
 * lines by {@link SubtitleRules}. Times, numbers, ids, settings, notes, styles and the markup
 * around a cue stay as they are; only cues whose text has changed are written anew.
 */
public final class SubtitleFilter implements DocumentFilter {

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.SRT, DocumentFormat.VTT);
  }

  @Override
  public Optional<DocumentFormat> recognise(byte[] content) {
    int mark = content.length > 2 && (content[0] & 0xFF) == 0xEF ? 3 : 0;
    int length = Math.min(VttSyntax.SIGNATURE.length(), Math.max(0, content.length - mark));
    return new String(content, mark, length, US_ASCII).equals(VttSyntax.SIGNATURE)
        ? Optional.of(DocumentFormat.VTT)
        : Optional.empty();
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    TextFile file = TextFile.decode(content);
    CueSyntax syntax = CueSyntax.of(format);
    List<CuePart> parts = new ArrayList<>();
    for (CueBlock block : syntax.blocks(file.text())) {
      parts.addAll(CuePart.of(block, syntax, file.text()));
    }
    List<SubtitleSentence> sentences =
        Sentences.of(parts).stream()
            .map(sentence -> new SubtitleSentence(sentence, file.text(), syntax))
            .toList();
    return new InPlaceSkeleton(file, sentences);
  }
}
