package io.haidang.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.review.Ruler;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.Provokes;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.SegmentDiff;
import io.haidang.translation.WordDiff;
import io.haidang.translation.check.Finding;
import io.haidang.translation.document.Measure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** One story, many products, one truth, on every database. */
@OnEveryDatabase
class BundleContractTest extends PortStory {

  BundleContractTest(TestDatabase.Kind kind) {
    super(kind);
  }

  @Test
  @Provokes(ErrorCode.NOT_FOUND)
  void revisions_compared_tellWhatWasChanged() {
    UUID article = begin();
    stories.revisions().revise(article, plain("Tin mới.\n" + REVISED), "", editor);

    List<SegmentDiff.Change> changes = stories.revisions().changes(article, 1, 2);

    assertThat(changes).extracting(SegmentDiff.Change::before).containsExactly(-1, 2);
    assertThat(changes).extracting(SegmentDiff.Change::after).containsExactly(0, 3);
    assertThat(changes.get(1).parts())
        .contains(
            new WordDiff.Part(WordDiff.Change.REMOVED, "18.500"),
            new WordDiff.Part(WordDiff.Change.ADDED, "19.200"));
    assertThat(Provoked.by(() -> stories.revisions().changes(article, 1, 3)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
  }

  @Test
  void post_isMeasuredAsAWhole_asItsCheckDoes() {
    UUID article = begin();
    ask(article, List.of(new ProductForm("post-x")), List.of("vi"));
    Target post = product("post-x", "vi");

    Ruler.Reading present = desk.rulers().of(post).read(0, desk.segment(post.id(), 0).target());
    Ruler.Reading long300 = desk.rulers().of(post).read(0, "Cảng ".repeat(60));
    SegmentView edited = desk.edit(post.id(), 0, 1, "Cảng ".repeat(60), editor);

    assertThat(present.scope()).isEqualTo(Ruler.Scope.PRODUCT);
    assertThat(present.measures()).extracting(Measure::id).containsExactly("x-weight");
    assertThat(present.measures()).noneMatch(Measure::isTooMuch);
    assertThat(long300.measures()).allMatch(Measure::isTooMuch);
    assertThat(edited.findings())
        .filteredOn(finding -> finding.check().equals("form-too-long"))
        .extracting(Finding::expected, Finding::detail)
        .containsExactly(tuple("280", "%.0f".formatted(long300.measures().get(0).value())));
  }

  @Test
  void fact_thatTheStoryDoesNotTell_blocksApproval() {
    UUID article = begin();
    ask(article, List.of(new ProductForm("standfirst")), List.of("vi"));
    Target product = products().get(0);

    desk.edit(product.id(), 0, 1, "Cảng Hải Phòng đạt 130 triệu tấn hàng hóa.", editor);

    Target edited = desk.target(product.id());
    assertThat(desk.segments(product.id()).get(0).findings())
        .extracting(finding -> finding.check())
        .contains("unsupported-fact");
    assertThatThrownBy(() -> approve(edited))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FINDINGS_OPEN));
  }

  @Test
  void sentence_saidInTwoWays_isToldUntilAllSayItInOne() {
    UUID article = begin();
    ask(article, List.of(ProductForm.TRANSLATION, new ProductForm("summary-50")), List.of("en"));
    assertThat(stories.consistency().of(story)).isEmpty();
    UUID summary = product("summary-50", "en").id();
    SegmentView sentence =
        desk.segments(summary).stream()
            .filter(segment -> segment.target().contains("112"))
            .findFirst()
            .orElseThrow();

    desk.edit(
        summary, sentence.index(), 1, "Hai Phong handled 112 million tonnes this year.", editor);

    List<Inconsistency> found = stories.consistency().of(story);
    assertThat(found).hasSize(1);
    assertThat(found.get(0).source()).isEqualTo(CARGO);
    assertThat(found.get(0).language()).isEqualTo(Locale.ENGLISH);
    assertThat(found.get(0).renderings())
        .extracting(Inconsistency.Rendering::text)
        .containsExactlyInAnyOrder(
            "Hai Phong handled 112 million tonnes this year.",
            "The port of Hai Phong handled 112 million tonnes this year.");
    UUID translation = product("translation", "en").id();
    desk.edit(translation, 1, 1, "Hai Phong handled 112 million tonnes this year.", editor);
    assertThat(stories.consistency().of(story)).isEmpty();
  }

  @Test
  void archive_holdsWhatWasSignedOff_andNamesTheRest() throws IOException {
    UUID article = begin();
    ask(article, FORMS, List.of("vi", "en"));
    approve(product("headline", "vi"));

    Map<String, byte[]> files = unzip(stories.bundles().zip(story));

    assertThat(files.keySet())
        .contains(
            "manifest.json",
            "assets/" + article + "/text.txt",
            "products/vi/headline-" + article + ".txt")
        .noneMatch(path -> path.startsWith("products/en/"));
    assertThat(files.get("assets/" + article + "/text.txt"))
        .asString(StandardCharsets.UTF_8)
        .isEqualTo(ARTICLE);
    assertThat(files.get("manifest.json"))
        .asString(StandardCharsets.UTF_8)
        .contains("\"sha256\"", "\"leftOut\"", "\"glossaryRelease\":1");
    assertThat(stories.bundles().zip(story)).isEqualTo(stories.bundles().zip(story));
  }

  private static Map<String, byte[]> unzip(byte[] archive) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
