package io.haidang.translation.memory;

import io.haidang.models.LanguagePair;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Entries and questions about them. */
final class Entries {

  static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  static final String PUBLIC = "PUBLIC";
  static final String SECRET = "SECRET";

  private Entries() {}

  static MemoryEntry entry(long id, String source, String target) {
    return entry(id, source, target, null, null);
  }

  static MemoryEntry entry(
      long id, String source, String target, @Nullable String before, @Nullable String after) {
    return new MemoryEntry(
        id, PAIR, source, target, before, after, "", PUBLIC, origin(MemoryOrigin.Kind.APPROVED));
  }

  static MemoryEntry of(long id, String domain, String label, MemoryOrigin.Kind kind) {
    return new MemoryEntry(
        id,
        PAIR,
        "Cảng mở cửa lúc bảy giờ sáng.",
        "The port opens at seven, says " + id + ".",
        null,
        null,
        domain,
        label,
        origin(kind));
  }

  static MemoryOrigin origin(MemoryOrigin.Kind kind) {
    return new MemoryOrigin(kind, "text", 0, "Bình", Instant.EPOCH, "1", Set.of());
  }

  static MemoryQuery query(String source, int least) {
    return new MemoryQuery(PAIR, source, null, null, "", Set.of(PUBLIC), least, 10);
  }
}
