package io.haidang.gateway.report;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.translation.PostEdit;
import java.util.Locale;

/**
 * What people did to the words of one engine, in products that are alike.
 *
 * @param engine id of the model, {@code extractive} for sentences of the text, {@code memory} for
 *     what was approved before
 * @param office whose stories they belong to
 * @param segments of products signed off
 * @param changed segments whose words are not the engine's
 */
public record EngineLine(
    String engine,
    Locale language,
    String office,
    ProductForm form,
    int segments,
    int changed,
    PostEdit edited) {}
