package io.haidang.gateway.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.audit.Area;
import io.haidang.gateway.audit.AuditEntry;
import io.haidang.gateway.audit.AuditQuery;
import io.haidang.gateway.audit.AuditTrail;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.draft.Sensitivity;
import io.haidang.gateway.engine.EngineOverview.RouteLine;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.gateway.usage.UsageBooks;
import io.haidang.models.LanguagePair;
import io.haidang.models.remote.Provider;
import io.haidang.models.remote.ProviderKind;
import io.haidang.models.remote.TokenPrices;
import io.haidang.translation.document.DocumentFormat;
import io.haidang.translation.review.Role;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What administrators change about engines holds on every node; on every database. */
@OnEveryDatabase
class EngineControlsContractTest {

  private static final LanguagePair PAIR = LanguagePair.of("vi", "en");
  private static final String ROUTE = "route.vi-en.html";
  private static final List<String> CONFIGURED = List.of("desk", "house", "local");

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final EngineControls here;
  private final EngineControls there;
  private final Account admin;
  private final Account editor;

  EngineControlsContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    here = controls(CONFIGURED);
    there = controls(CONFIGURED);
    admin = TestAccount.in(store.database(), "admin", "Quản trị", Role.ADMIN);
    editor = TestAccount.in(store.database(), "editor", "Biên tập", Role.EDITOR);
  }

  @AfterEach
  void close() {
    here.close();
    there.close();
    store.close();
  }

  private EngineControls controls(List<String> engines) {
    return new EngineControls(store.database(), settings(engines), clock);
  }

  private static EngineSettings settings(List<String> engines) {
    return new EngineSettings(
        List.of(provider("desk"), provider("house")),
        new RouteTable<>(
            List.of(new Route<>(PAIR, DocumentFormat.HTML, null, engines)), List.of("local")),
        new RouteTable<>(List.of(), List.of()),
        List.of());
  }

  private static Provider provider(String name) {
    return new Provider(
        name,
        ProviderKind.OPENAI,
        URI.create("https://a.example/v1"),
        "m",
        "",
        Set.of(PAIR),
        Duration.ofSeconds(1),
        Duration.ofSeconds(1),
        1,
        100,
        true,
        TokenPrices.FREE);
  }

  private static List<String> asked(EngineControls controls, Sensitivity label) {
    return new LiveRoutes<>(LiveRoutes.TRANSLATIONS, settings(CONFIGURED).routes(), controls)
        .engines(PAIR, DocumentFormat.HTML, label);
  }

  @Test
  void engine_turnedOff_isAskedNowhereUntilItIsOnAgain() {
    here.turn("desk", false, admin);
    there.look();

    assertThat(asked(here, Sensitivity.PUBLIC)).containsExactly("house", "local");
    assertThat(asked(there, Sensitivity.PUBLIC)).containsExactly("house", "local");
    assertThat(there.isOn("desk")).isFalse();

    there.turn("desk", true, admin);
    here.look();

    assertThat(asked(here, Sensitivity.PUBLIC)).isEqualTo(CONFIGURED);
  }

  @Test
  void route_putIntoAnotherOrder_isAskedInIt() {
    here.order(ROUTE, List.of("local", "desk", "house"), admin);
    here.turn("desk", false, admin);

    assertThat(asked(controls(CONFIGURED), Sensitivity.PUBLIC)).containsExactly("local", "house");

    here.order(ROUTE, CONFIGURED, admin);
    assertThat(asked(here, Sensitivity.PUBLIC)).containsExactly("house", "local");
  }

  @Test
  void order_ofARouteThatWasConfiguredAnew_hasNoEffect() {
    here.order(ROUTE, List.of("local", "house", "desk"), admin);

    List<String> others = List.of("house", "local");

    assertThat(controls(others).inForce(ROUTE, others)).isEqualTo(others);
  }

  @Test
  void controls_neverAddAnEngineNorTurnTheModelsOff() {
    assertThat(Provoked.by(() -> here.order(ROUTE, List.of("desk", "house"), admin)).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(
            Provoked.by(() -> here.order(ROUTE, List.of("desk", "house", "other"), admin)).code())
        .isEqualTo(ErrorCode.INVALID_REQUEST);
    assertThat(Provoked.by(() -> here.order("route.vi-fr", CONFIGURED, admin)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(Provoked.by(() -> here.turn("local", false, admin)).code())
        .isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(Provoked.by(() -> here.turn("desk", false, editor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
    assertThat(Provoked.by(() -> here.order(ROUTE, CONFIGURED, editor)).code())
        .isEqualTo(ErrorCode.NOT_PERMITTED);
  }

  @Test
  void changes_areInTheAudit() {
    here.turn("desk", false, admin);
    clock.tick(Duration.ofMinutes(1));
    here.order(ROUTE, List.of("local", "desk", "house"), admin);

    AuditQuery engines = new AuditQuery("", Area.ENGINE, "", null, null, false);
    assertThat(
            new AuditTrail(store.database(), clock)
                .search(engines, 1, admin).entries().stream().map(AuditEntry::type))
        .containsExactly("route-ordered", "engine-off");
  }

  @Test
  void overview_saysWhatEachMaySeeAndWhoIsLeft() {
    EngineDesk desk =
        new EngineDesk(
            settings(CONFIGURED), here, List::of, new UsageBooks(store.database(), clock), clock);
    here.turn("desk", false, admin);

    EngineOverview overview = desk.overview(admin);

    assertThat(overview.engines())
        .extracting(line -> line.labels())
        .containsOnly(List.of(Sensitivity.PUBLIC));
    assertThat(overview.engines()).extracting(line -> line.isOn()).containsExactly(false, true);
    assertThat(overview.routes()).extracting(RouteLine::name).containsExactly(ROUTE, "route.*");
    assertThat(overview.routes().get(0).inForce()).containsExactly("house", "local");
    assertThat(overview.routes().get(0).ahead("local")).containsExactly("desk", "local", "house");
    assertThat(Provoked.by(() -> desk.overview(editor)).code()).isEqualTo(ErrorCode.NOT_PERMITTED);
  }
}
