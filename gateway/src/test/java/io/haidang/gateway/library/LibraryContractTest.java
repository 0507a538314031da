package io.haidang.gateway.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.GatewayException;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.draft.ProductForm;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.library.Library.Page;
import io.haidang.gateway.library.Library.Passage;
import io.haidang.gateway.library.LibraryQuery.Facet;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.models.SentenceVectors;
import io.haidang.translation.review.Role;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the library finds, for whom, on every database. */
@OnEveryDatabase
class LibraryContractTest {

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Newsroom news;
  private final Library library;

  LibraryContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    news = new Newsroom(store.database(), clock);
    library = news.library.library();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void office_renamed_findsItsSecretTextsUnderItsNewName() {
    Target target =
        news.products("Cảng kín.", Sensitivity.SECRET, List.of(ProductForm.TRANSLATION), "en")
            .get(0);
    news.approve(target);
    LibraryQuery query = new LibraryQuery("Cảng", Map.of());
    assertThat(library.search(query, news.reviewer, 0, 10).total()).isEqualTo(1);
    Account admin = TestAccount.in(store.database(), "admin", "Quản trị", Role.ADMIN);
    Office renamed = new Office("Sở Mới");

    new Accounts(store.database(), clock)
        .offices()
        .rename(news.reviewer.office().name(), renamed.name(), false, admin);

    Account reader = new Account(UUID.randomUUID(), "b", "Bình", renamed, Set.of(Role.REVIEWER));
    assertThat(library.search(query, reader, 0, 10).total()).isEqualTo(1);
  }

  @Test
  void search_findsWhatWasSignedOff_fromThenOn_untilItIsReadAgain() {
    Target target = news.translation("Cảng Lạch Huyện đón tàu mẹ.");
    assertThat(found("Lạch Huyện")).isEmpty();

    clock.tick(Duration.ofMinutes(1));
    news.approve(target);
    assertThat(found("Lạch Huyện")).containsExactly(target.id());

    clock.tick(Duration.ofMinutes(1));
    news.desk.edit(target.id(), 0, 1, "en: Another port.", news.editor);
    assertThat(found("Lạch Huyện")).isEmpty();
    assertThat(found("port")).isEmpty();

    clock.tick(Duration.ofMinutes(1));
    news.approve(target);
    assertThat(found("another PORT")).containsExactly(target.id());
    Library afterARestart = new Library(store.database(), null, clock);
    assertThat(ids(afterARestart.search(query("port"), news.editor, 0, 10)))
        .containsExactly(target.id());
  }

  @Test
  void search_wordsAsTyped_comeBeforeThoseThatDifferByMarks() {
    Target market = approved("Chợ Sắt mở cửa. Chợ, chợ, chợ.");
    clock.tick(Duration.ofMinutes(1));
    Target giving = approved("Cho thuê mặt bằng, cho vay.");

    assertThat(found("chợ")).containsExactly(market.id(), giving.id());
    assertThat(found("cho")).containsExactly(giving.id(), market.id());
    assertThat(found("CHO SAT")).containsExactly(market.id());
    assertThat(found("Cho\u0323\u031B Sa\u0306\u0301t")).contains(market.id());
  }

  @Test
  void search_everyWordHasToBeThere_andSignsMeanNothing() {
    Target target = approved("Cầu Hoàng Văn Thụ (bắc sông Cấm): 2026!");

    assertThat(found("sông cấm 2026")).containsExactly(target.id());
    assertThat(found("sông hồng")).isEmpty();
    assertThat(found("\"(sông* AND ~cấm")).isEmpty(); // AND is a word like others.
    assertThat(found("[(sông^2 ~cấm*)]")).isEmpty(); // So is 2.
    assertThat(found("(sông) \"cấm\"~*?")).containsExactly(target.id());
  }

  @Test
  void search_facets_countAndNarrow() {
    news.products(
            "Lễ hội Hoa phượng đỏ khai mạc.",
            Sensitivity.PUBLIC,
            List.of(ProductForm.TRANSLATION, Newsroom.HEADLINE),
            "en",
            "ja")
        .forEach(news::approve);

    Page all = library.search(query("hoa phượng"), news.editor, 0, 10);
    Page japanese =
        library.search(
            new LibraryQuery("hoa phượng", Map.of(Facet.LANGUAGE, "ja", Facet.FORM, "headline")),
            news.editor,
            0,
            10);

    assertThat(all.facets().get(Facet.LANGUAGE)).containsEntry("en", 2).containsEntry("ja", 2);
    assertThat(all.facets().get(Facet.MONTH)).containsOnlyKeys("2026-03");
    assertThat(japanese.total()).isEqualTo(1);
    assertThat(library.search(query(""), news.editor, 1, 2).entries()).hasSize(2);
  }

  @Test
  void secret_isForItsOfficeAndAdministrators() {
    Target target =
        news.products("Kế hoạch mật.", Sensitivity.SECRET, List.of(ProductForm.TRANSLATION), "en")
            .get(0);
    news.approve(target);
    Office elsewhere = new Office("Sở Du lịch");
    Account other =
        new Account(UUID.randomUUID(), "other", "Người khác", elsewhere, Set.of(Role.REVIEWER));
    Account admin =
        new Account(UUID.randomUUID(), "root", "Quản trị", elsewhere, Set.of(Role.ADMIN));

    assertThat(ids(library.search(query("mật"), news.editor, 0, 10))).hasSize(1);
    assertThat(ids(library.search(query("mật"), news.reviewer, 0, 10))).hasSize(1);
    assertThat(ids(library.search(query("mật"), admin, 0, 10))).hasSize(1);
    assertThat(library.search(query("mật"), admin, 0, 10).facets().get(Facet.OFFICE))
        .containsExactly(Map.entry("Văn phòng", 1));
    Page hidden = library.search(query("mật"), other, 0, 10);
    assertThat(hidden.total()).isZero();
    assertThat(hidden.facets()).isEmpty();
    assertThatThrownBy(() -> library.entry(target.id(), other))
        .isInstanceOf(GatewayException.class);
  }

  @Test
  void similar_sharesTellingWords_andIsNotTheEntryItself() {
    Target first = approved("Nhà máy VinFast xuất khẩu ô tô điện sang Philippines.");
    Target second = approved("Ô tô điện VinFast được xuất khẩu sang Indonesia.");
    approved("Thời tiết hôm nay nắng đẹp.");
    LibraryEntry entry = library.entry(first.id(), news.editor);

    assertThat(library.similar(entry, news.editor))
        .extracting(similar -> similar.target().id())
        .containsExactly(second.id());
  }

  @Test
  void similar_withAnEncoder_isAboutTheSameWhateverItsWords() {
    Target storm = approved("Bão số 3 đổ bộ, thành phố sơ tán dân.");
    Target typhoon = approved("Gió giật mạnh làm tốc mái nhiều nhà; mọi người đi tránh trú.");
    Target wedding = approved("Thành phố khai mạc lễ hội hoa.");
    Target away = secretOfAnotherOffice("Gió giật cấp 10 ngoài khơi.");
    Library meanings = new Library(store.database(), new Weather(), clock);
    LibraryEntry entry = meanings.entry(storm.id(), news.editor);

    assertThat(meanings.similar(entry, news.editor))
        .extracting(similar -> similar.target().id())
        .containsExactly(typhoon.id())
        .doesNotContain(wedding.id(), away.id());
  }

  private Target secretOfAnotherOffice(String text) {
    Target target =
        news.products(text, Sensitivity.SECRET, List.of(ProductForm.TRANSLATION), "en").get(0);
    news.approve(target);
    store
        .database()
        .jdbi()
        .useHandle(
            handle ->
                handle.execute(
                    "update story set office = 'Sở Du lịch', owner_id = ? where id = ?",
                    news.reviewer.id(),
                    target.asset().story()));
    return target;
  }

  /** Knows weather from everything else. */
  private static final class Weather implements SentenceVectors {

    @Override
    public boolean serves(Locale language) {
      return language.getLanguage().equals("en");
    }

    @Override
    public List<float[]> vectors(List<String> sentences) {
      return sentences.stream()
          .map(s -> s.matches("(?s).*(Bão|Gió|tránh).*") ? new float[] {1, 0} : new float[] {0, 1})
          .toList();
    }
  }

  @Test
  void passage_taken_saysWhereItComesFrom_andIsOnRecord() {
    Target target = approved("Cảng biển.\nTàu vào cảng.");

    Passage passage = library.take(target.id(), 1, "Bài về cảng", news.desk, news.editor);

    assertThat(passage.text()).isEqualTo("en: Tàu vào cảng.");
    assertThat(passage.citation())
        .contains("en: Cảng biển.", target.id().toString(), "Người duyệt");
    assertThat(news.desk.events(target.id()))
        .anySatisfy(
            event -> {
              assertThat(event.type()).isEqualTo("passage-reused");
              assertThat(event.data()).containsEntry("segment", 1);
            });
    assertThatThrownBy(() -> library.take(target.id(), 9, "", news.desk, news.editor))
        .isInstanceOf(GatewayException.class);
  }

  private Target approved(String text) {
    Target target = news.translation(text);
    news.approve(target);
    return target;
  }

  private List<UUID> found(String text) {
    return ids(library.search(query(text), news.editor, 0, 10));
  }

  private static LibraryQuery query(String text) {
    return new LibraryQuery(text, Map.of());
  }

  private static List<UUID> ids(Page page) {
    return page.entries().stream().map(entry -> entry.target().id()).toList();
  }
}
