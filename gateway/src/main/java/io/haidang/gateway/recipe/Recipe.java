package io.haidang.gateway.recipe;

import io.haidang.gateway.draft.Target;
import io.haidang.glossary.enforce.TermEnforcer;
import io.haidang.models.CallContext;

/**
 * How some products are made.
 *
 * <p><b>Thread-safety:</b> safe for concurrent use. <b>Blocking:</b> reads what the product is made
 * from, and may compute; call it outside of transactions.
 */
public interface Recipe {

  /**
   * Gets ready to make a product.
   *
   * @param names the release for everything of its story
   * @throws NotYetException when a product that this one is made from is still being made
   * @throws io.haidang.models.ModelException when an engine fails
   */
  Making begin(Target target, TermEnforcer names, CallContext call);
}
