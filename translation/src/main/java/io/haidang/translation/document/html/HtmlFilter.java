package io.haidang.translation.document.html;

import io.haidang.translation.document.DocumentFilter;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.DocumentSkeleton;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.TextFile;
import java.util.Set;

/**
 * HTML, which keeps its own markup. Translations are written as text, so they cannot add any.
 *
 * <p>Because drafts are not trusted, the merged document has no scripts, no event handler
 * attributes, no {@code javascript:} addresses and no automatic forwarding. Text in {@code script,
 * style, template, noscript, code, pre} and below {@code translate="no"} is neither offered nor
 * changed; {@code alt} and {@code title} are units of their own. At most 100 elements may be
 * nested.
 */
public final class HtmlFilter implements DocumentFilter {

  @Override
  public Set<DocumentFormat> formats() {
    return Set.of(DocumentFormat.HTML);
  }

  @Override
  public DocumentSkeleton open(DocumentFormat format, byte[] content, FilterOptions options) {
    return HtmlSkeleton.parse(TextFile.decode(content), Set.of());
  }

  /**
   * Opens a page or a part of one.
   *
   * @param untouched names of elements, in lower case, of which nothing changes
   */
  public static DocumentSkeleton open(TextFile page, Set<String> untouched) {
    return HtmlSkeleton.parse(page, untouched);
  }
}
