package io.haidang.gateway.web.kit;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.summarization.Form;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be made of a text, in the order in which pages show it. */
public final class Forms {

  /** Every form as offices think of them: the whole text, then the short ones. */
  public static final List<ProductForm> ALL =
      Stream.concat(
              Stream.of(
                  ProductForm.TRANSCRIPT,
                  ProductForm.TRANSLATION,
                  ProductForm.SUBTITLES,
                  ProductForm.VOICE_OVER),
              Arrays.stream(Form.values()).map(form -> new ProductForm(form.id())))
          .toList();

  private Forms() {}

  /** The form of the lower modules; empty for what is translated or cut as a whole. */
  public static Optional<Form> written(ProductForm product) {
    return Arrays.stream(Form.values()).filter(form -> form.id().equals(product.id())).findFirst();
  }

  /** Whether a platform shows it. */
  public static boolean isPost(ProductForm product) {
    return written(product).filter(form -> form.kind() == Form.Kind.POST).isPresent();
  }
}
