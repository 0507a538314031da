package io.haidang.gateway.web.testing;

import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.Asset;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.AssetText;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Waiting;
import io.haidang.gateway.store.ContentDigest;
import io.haidang.gateway.web.kit.Languages;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.review.Role;
import io.haidang.translation.review.TargetState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A target for tests of single templates, which need no database. */
public final class ShownTarget {

  private static final Instant NOW = Instant.parse("2026-03-02T03:04:05Z");

  private ShownTarget() {}

  public static Target of(TargetState state, int done, int total, @Nullable Waiting waiting) {
    Account author =
        new Account(UUID.randomUUID(), "lan", "Lan", Office.FIRST, Set.of(Role.EDITOR));
    Asset asset =
        new Asset(
            UUID.randomUUID(),
            UUID.randomUUID(),
            AssetKind.ARTICLE,
            "Tin",
            new AssetText(
                1, ContentDigest.of(new byte[0]), DocumentFormat.PLAIN, FilterOptions.DEFAULT, ""),
            Languages.VIETNAMESE,
            Sensitivity.PUBLIC,
            LocalDate.of(2026, 3, 2),
            author,
            Set.of(author.id()),
            NOW);
    return new Target(
        UUID.randomUUID(),
        asset,
        ProductForm.TRANSLATION,
        Locale.ENGLISH,
        state,
        2,
        done,
        total,
        0,
        0,
        0,
        0,
        null,
        waiting,
        null,
        null,
        NOW);
  }
}
