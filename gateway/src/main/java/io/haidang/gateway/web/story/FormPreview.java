package io.haidang.gateway.web.story;

import io.haidang.gateway.PublicName;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.web.kit.Forms;
import io.haidang.summarization.Form;
import io.haidang.summarization.post.FoldPreview;
import org.jspecify.annotations.Nullable;

/**
 * A form as readers see it, and how long it is as its platform counts.
 *
 * @param seen what stands before the fold; the whole text where nothing is hidden
 * @param hidden what a reader has to ask for; empty where nothing is
 * @param length in {@code unit}
 * @param most the greatest length
 * @param unit public name of what is counted
 * @param isPost whether a platform shows it
 */
record FormPreview(String seen, String hidden, int length, int most, String unit, boolean isPost) {

  private static final String ELLIPSIS = "…";

  /** The preview of a text; null where a form has neither a limit nor a place of its own. */
  static @Nullable FormPreview of(ProductForm product, String text) {
    return Forms.written(product).map(form -> of(form, text)).orElse(null);
  }

  private static FormPreview of(Form form, String text) {
    String visible = FoldPreview.of(form, text);
    boolean folded = !visible.equals(text);
    String seen = folded ? visible.substring(0, visible.length() - ELLIPSIS.length()) : visible;
    return new FormPreview(
        seen,
        folded ? text.substring(seen.length()) : "",
        form.length(text),
        form.most(),
        PublicName.of(form.unit()),
        form.kind() == Form.Kind.POST);
  }

  boolean isTooLong() {
    return length > most;
  }
}
