package io.haidang.gateway.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.GatewayException;
import io.haidang.gateway.draft.AssetKind;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.draft.Upload;
import io.haidang.gateway.review.Deliveries;
import io.haidang.gateway.review.SegmentView;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Subtitles and voice-overs of transcripts and articles, on every database. */
@OnEveryDatabase
class SpokenProductsContractTest extends PortStory {

  SpokenProductsContractTest(TestDatabase.Kind kind) {
    super(kind);
  }

  @Test
  void transcript_withTimes_becomesSubtitles_thatFollowIt() {
    begin();
    String spoken =
        "1\n00:00:01,000 --> 00:00:09,000\n"
            + CARGO
            + "\n\n"
            + "2\n00:00:09,500 --> 00:00:14,000\n"
            + SHIPS
            + "\n";
    UUID video = addFilm(spoken);
    ask(video, List.of(ProductForm.SUBTITLES), List.of("en"));

    Target own = product("subtitles", "vi");
    Target english = product("subtitles", "en");
    assertThat(desk.segments(own.id()))
        .isNotEmpty()
        .allSatisfy(
            cue -> {
              assertThat(cue.target().lines()).hasSizeLessThanOrEqualTo(2);
              assertThat(cue.target().lines()).allMatch(line -> line.length() <= 42);
              assertThat(cue.origins()).isNotEmpty();
            });
    String file = text(english);
    assertThat(file).startsWith("1\n00:00:01,000 --> ").contains("18,500 ships");

    String revised = spoken.replace("18.500", "19.200");
    stories
        .revisions()
        .revise(
            video, Upload.file("cang.srt", revised.getBytes(StandardCharsets.UTF_8)), "", editor);
    assertThat(stale()).containsExactlyInAnyOrder(own.id(), english.id());
    remakeStale();

    assertThat(text(product("subtitles", "vi"))).contains("19.200");
    assertThat(text(product("subtitles", "en"))).contains("19,200 ships");
  }

  @Test
  void voiceOver_ofATranscript_saysWhatDoesNotFit_inEveryLanguage() {
    begin();
    String spoken =
        "1\n00:00:01,000 --> 00:00:09,000\n%s\n\n2\n00:00:09,500 --> 00:00:11,500\n%s\n"
            .formatted(CARGO, SHIPS);
    UUID video = addFilm(spoken);
    ask(video, List.of(ProductForm.VOICE_OVER), List.of("en"));

    Target own = product("voice-over", "vi");
    assertThat(desk.segments(own.id()))
        .extracting(SegmentView::target)
        .containsExactly(CARGO, SHIPS);
    assertThat(checks(own, 0)).isEmpty();
    assertThat(checks(own, 1)).containsExactly("voice-too-long");
    assertThatThrownBy(() -> approve(own))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FINDINGS_OPEN));
    assertThatThrownBy(() -> stories.bundles().voiceOver(own.id(), VoiceFormat.CSV))
        .isInstanceOfSatisfying(
            GatewayException.class,
            refused -> assertThat(refused.code()).isEqualTo(ErrorCode.WRONG_STATE));

    desk.edit(own.id(), 1, 1, "Đón 19.000 tàu.", editor);
    assertThat(checks(own, 1)).containsExactly("unsupported-fact");
    desk.edit(own.id(), 1, 2, "Đón 18.500 tàu.", editor);
    assertThat(checks(own, 1)).isEmpty();
    Target english = product("voice-over", "en");
    assertThat(english.isStale()).isTrue();
    remakeStale();
    approve(product("voice-over", "vi"));
    approve(product("voice-over", "en"));

    assertThat(voice(own, VoiceFormat.TEXT))
        .contains("[2] 0:09.5 – 0:11.5, 1.8 s / 2.0 s\nĐón mười tám nghìn năm trăm tàu.");
    assertThat(voice(own, VoiceFormat.CSV)).contains("\r\n2,9.5,11.5,2.0,", "\"Đón 18.500 tàu.\"");
    assertThat(voice(english, VoiceFormat.VTT))
        .startsWith("WEBVTT\n\n00:00:01.000 --> 00:00:09.250\nThe port of Hai Phong handled one");
    assertThat(voice(english, VoiceFormat.JSON)).contains("\"available_s\":8.25");
  }

  @Test
  void voiceOver_ofAnArticle_hasNoTimes_andNamesInFull() {
    begin();
    UUID notice =
        stories
            .stories()
            .add(
                story,
                new NewAsset(
                    AssetKind.FILE, "", "vi", plain("Sáng nay, UBND TP Hải Phòng họp."), null),
                editor)
            .assets()
            .stream()
            .filter(part -> part.kind() == AssetKind.FILE)
            .findFirst()
            .orElseThrow()
            .id();

    ask(notice, List.of(ProductForm.VOICE_OVER), List.of("vi"));

    Target own = product("voice-over", "vi");
    assertThat(own.openErrors()).isZero();
    assertThat(text(own))
        .matches("\\[1] \\d\\.\\d s\nSáng nay, Ủy ban nhân dân thành phố Hải Phòng họp\\.\n");
    assertThat(desk.segments(own.id()).get(0).origins()).containsExactly(0);
  }

  private List<String> checks(Target product, int segment) {
    return desk.segments(product.id()).get(segment).findings().stream()
        .map(finding -> finding.check())
        .toList();
  }

  private String voice(Target product, VoiceFormat format) {
    return new String(
        stories.bundles().voiceOver(product.id(), format).content(), StandardCharsets.UTF_8);
  }

  /** A film with a transcript in SRT. */
  private UUID addFilm(String spoken) {
    Upload film = Upload.file("cang.mp4", "\0\0\0 ftypisom".getBytes(StandardCharsets.US_ASCII));
    Upload transcript = Upload.file("cang.srt", spoken.getBytes(StandardCharsets.UTF_8));
    return stories
        .stories()
        .add(story, new NewAsset(AssetKind.VIDEO, "", "vi", transcript, film), editor)
        .assets()
        .stream()
        .filter(part -> part.kind() == AssetKind.VIDEO)
        .findFirst()
        .orElseThrow()
        .id();
  }

  private String text(Target product) {
    return new String(
        new Deliveries(database, clock).file(product).content(), StandardCharsets.UTF_8);
  }
}
