package io.haidang.gateway.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.oidc.OidcSignIn.Arrival;
import io.haidang.gateway.oidc.OidcSignIn.Departure;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who comes in by a provider, and who does not whatever it says, on every database. */
@OnEveryDatabase
class OidcSignInContractTest {

  private static final URI CALLBACK = URI.create("https://desk.example/sign-in/provider/callback");
  private static final Map<String, Set<Role>> ROLES =
      Map.of("writers", Set.of(Role.EDITOR), "heads", Set.of(Role.REVIEWER, Role.ADMIN));

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Accounts accounts;
  private final HostileProvider provider = new HostileProvider();

  OidcSignInContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    accounts = new Accounts(store.database(), clock, TestAccount.CHEAP);
  }

  @AfterEach
  void close() {
    provider.close();
    store.close();
  }

  private OidcSignIn signIn(boolean makes, Map<String, Set<Role>> roles) {
    return new OidcSignIn(
        new OidcSettings(
            provider.issuer(),
            HostileProvider.CLIENT,
            "",
            makes,
            "preferred_username",
            "groups",
            "",
            Office.FIRST,
            roles),
        accounts.identities(),
        store.database(),
        clock);
  }

  private Arrival arrive(OidcSignIn signIn) {
    Departure departure = depart(signIn);
    return signIn.arrive("code", state(departure), departure.browser());
  }

  private Departure depart(OidcSignIn signIn) {
    Departure departure = signIn.depart(CALLBACK, "/queue");
    provider.visited(departure.address());
    return departure;
  }

  private static String state(Departure departure) {
    return HostileProvider.parameter(departure.address().getRawQuery(), "state");
  }

  private void assertRefused(Runnable arrival) {
    assertThat(Provoked.by(arrival::run).code()).isEqualTo(ErrorCode.WRONG_CREDENTIALS);
  }

  private Account lan(Role... roles) {
    return accounts.create("lan", "Lan", Office.FIRST, "secret", Set.of(roles));
  }

  @Test
  void person_withAnAccount_comesInAndIsKnownByTheSubjectFromThenOn() {
    Account lan = lan(Role.EDITOR);
    OidcSignIn signIn = signIn(false, Map.of());

    Arrival first = arrive(signIn);
    provider.saying(claims -> claims.claim("preferred_username", "another"));

    assertThat(first.account()).isEqualTo(lan);
    assertThat(first.next()).isEqualTo("/queue");
    assertThat(arrive(signIn).account()).isEqualTo(lan);
    assertThat(provider.form()).contains("code_verifier=", "grant_type=authorization_code");
  }

  @Test
  void departure_bringsStateNonceAndAChallengeButNoSecret() {
    String query = depart(signIn(false, Map.of())).address().getRawQuery();

    assertThat(query)
        .contains("state=", "nonce=", "code_challenge=", "code_challenge_method=S256")
        .contains("response_type=code")
        .doesNotContain("code_verifier");
  }

  @Test
  void person_withoutAnAccount_getsOneOnlyWhereTheSettingSaysSo() {
    assertRefused(() -> arrive(signIn(false, ROLES)));
    assertThat(accounts.findByLogin("lan")).isEmpty();

    Account made = arrive(signIn(true, ROLES)).account();

    assertThat(made.roles()).containsExactly(Role.EDITOR);
    assertThat(made.displayName()).isEqualTo("Nguyễn Thị Lan");
    assertThat(accounts.findByLogin("lan")).contains(made);
  }

  @Test
  void groups_thatChange_changeTheRoles() {
    OidcSignIn signIn = signIn(true, ROLES);
    arrive(signIn);
    provider.saying(claims -> claims.claim("groups", List.of("heads", "others")));

    assertThat(arrive(signIn).account().roles())
        .containsExactlyInAnyOrder(Role.REVIEWER, Role.ADMIN);

    provider.saying(claims -> claims.claim("groups", List.of("others")));
    assertRefused(() -> arrive(signIn));
  }

  @Test
  void administrator_theLastOne_staysOneWhateverTheGroupsSay() {
    OidcSignIn signIn = signIn(true, ROLES);
    provider.saying(claims -> claims.claim("groups", List.of("heads")));
    arrive(signIn);
    provider.saying(claims -> claims);

    assertThat(arrive(signIn).account().has(Role.ADMIN)).isTrue();
  }

  @Test
  void account_closed_staysClosed() {
    Account admin = accounts.create("admin", "Q", Office.FIRST, "secret", Set.of(Role.ADMIN));
    Account lan = lan(Role.EDITOR);
    OidcSignIn signIn = signIn(true, ROLES);
    arrive(signIn);
    accounts.desk().close(lan.id(), admin);

    assertRefused(() -> arrive(signIn));
  }

  @Test
  void administrator_isNeverLinkedByALogin() {
    lan(Role.ADMIN);

    assertRefused(() -> arrive(signIn(true, ROLES)));
  }

  @Test
  void login_thatAnotherPersonOfTheProviderHadBefore_isNotTheirs() {
    lan(Role.EDITOR);
    OidcSignIn signIn = signIn(true, ROLES);
    arrive(signIn);
    provider.saying(claims -> claims.subject("subject-2"));

    assertRefused(() -> arrive(signIn));
  }

  @Test
  void state_usedTwiceOrByAnotherBrowserOrTooLate_opensNothing() {
    lan(Role.EDITOR);
    OidcSignIn signIn = signIn(false, Map.of());
    Departure used = depart(signIn);
    signIn.arrive("code", state(used), used.browser());
    assertRefused(() -> signIn.arrive("code", state(used), used.browser()));

    Departure stolen = depart(signIn);
    assertRefused(() -> signIn.arrive("code", state(stolen), "another browser"));
    assertRefused(() -> signIn.arrive("code", state(stolen), stolen.browser()));

    Departure late = depart(signIn);
    clock.tick(OidcSignIn.LIFE.plus(Duration.ofSeconds(1)));
    assertRefused(() -> signIn.arrive("code", state(late), late.browser()));
    assertRefused(() -> signIn.arrive("code", "made up", ""));
  }

  private void assertRefused(UnaryOperator<JWTClaimsSet.Builder> claims) {
    provider.saying(claims);
    assertRefused(() -> arrive(signIn(false, Map.of())));
  }

  @Test
  void token_thatIsNotForThisVisit_isRefused() {
    lan(Role.EDITOR);
    assertRefused(claims -> claims.claim("nonce", "another"));
    assertRefused(claims -> claims.claim("nonce", null));
    assertRefused(claims -> claims.issuer("https://evil.example"));
    assertRefused(claims -> claims.audience("another desk"));
    assertRefused(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(120))));
    assertRefused(claims -> claims.issueTime(Date.from(Instant.now().plusSeconds(3_600))));
    assertRefused(claims -> claims.subject(null));
    assertRefused(
        claims -> claims.audience(List.of(HostileProvider.CLIENT, "x")).claim("azp", "x"));
  }

  @Test
  void token_ofAClockThatIsAMinuteLate_isTaken() {
    lan(Role.EDITOR);
    provider.saying(claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(30))));

    assertThat(arrive(signIn(false, Map.of())).account().login()).isEqualTo("lan");
  }

  @Test
  void token_withoutASignature_isRefused() {
    lan(Role.EDITOR);
    provider.unsigned();

    assertRefused(() -> arrive(signIn(false, Map.of())));
  }

  @Test
  void keys_thatChange_areAskedForAgainAndUnknownOnesOpenNothing() {
    lan(Role.EDITOR);
    OidcSignIn signIn = signIn(false, Map.of());
    arrive(signIn);
    int before = provider.keyRequests();

    provider.rotate(true);
    assertThat(arrive(signIn).account().login()).isEqualTo("lan");
    assertThat(provider.keyRequests()).isGreaterThan(before);

    provider.rotate(false);
    assertRefused(() -> arrive(signIn));
  }

  @Test
  void provider_thatCallsItselfSomethingElse_isNotUsed() {
    provider.callingItself("https://evil.example");

    assertRefused(() -> depart(signIn(false, Map.of())));
  }

  @Test
  void provider_thatWantsCodesElsewhereWithoutTls_getsNone() {
    lan(Role.EDITOR);
    provider.sendingCodesTo("http://169.254.169.254/token");

    assertRefused(() -> arrive(signIn(false, Map.of())));
  }

  @Test
  void settings_thatWouldLetStrangersIn_areRefused() {
    assertThatThrownBy(() -> settings("http://idp.example", true, ROLES))
        .hasMessageContaining("oidc.issuer");
    assertThatThrownBy(() -> settings("https://idp.example", true, Map.of()))
        .hasMessageContaining("oidc.roles");
    assertThat(OidcSettings.roles("a=editor, a=reviewer,cn=b=admin"))
        .isEqualTo(Map.of("a", Set.of(Role.EDITOR, Role.REVIEWER), "cn=b", Set.of(Role.ADMIN)));
    assertThatThrownBy(() -> OidcSettings.roles("a")).hasMessageContaining("GROUP=ROLE");
  }

  private static OidcSettings settings(String issuer, boolean makes, Map<String, Set<Role>> roles) {
    return new OidcSettings(
        URI.create(issuer), "x", "secret", makes, "sub", "groups", "", Office.FIRST, roles);
  }
}
