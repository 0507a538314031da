package io.haidang.translation.document.plain;

import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.TextFile;
import java.util.Set;

/** Plain text: every line is a unit, line ends stay as they are. */
public final class PlainFilter implements DocumentFilter {

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.PLAIN);
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    return new PlainSkeleton(TextFile.decode(content));
  }
}
