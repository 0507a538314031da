package io.haidang.gateway.channel;

import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.store.ContentDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What channels show of a product: the text as it was signed off and delivered, or that it was
 * withdrawn.
 *
 * @param id of the product
 * @param asset that it was made from; the same form of one asset in several languages says the same
 * @param file the delivery; its bytes are in the content store
 * @param publishedAt when channels could show it first
 * @param changedAt when what channels show last changed
 * @param withdrawnAt null unless it was withdrawn
 * @param notices oldest first
 */
public record PublishedItem(
    UUID id,
    UUID story,
    UUID asset,
    ProductForm form,
    Locale language,
    PublishedText text,
    LocalDate textDate,
    DeliveredFile file,
    Instant publishedAt,
    Instant changedAt,
    @Nullable Instant withdrawnAt,
    List<Notice> notices) {

  public PublishedItem {
    notices = List.copyOf(notices);
  }

  /** The same with its notices. */
  PublishedItem with(List<Notice> about) {
    return new PublishedItem(
        id,
        story,
        asset,
        form,
        language,
        text,
        textDate,
        file,
        publishedAt,
        changedAt,
        withdrawnAt,
        about);
  }

  /** The bytes that were delivered. */
  public record DeliveredFile(ContentDigest digest, String name, String mediaType) {}

  public boolean isWithdrawn() {
    return withdrawnAt != null;
  }

  /** What was put right, oldest first. */
  public List<Notice> corrections() {
    return notices.stream().filter(notice -> notice.kind() == Notice.Kind.CORRECTION).toList();
  }

  /** Why it was withdrawn; empty when it was not. */
  public String withdrawal() {
    return notices.stream()
        .filter(notice -> isWithdrawn() && notice.kind() == Notice.Kind.WITHDRAWAL)
        .reduce((first, last) -> last)
        .map(Notice::text)
        .orElse("");
  }
}
