package io.haidang.gateway.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.haidang.gateway.ErrorCode;
import io.haidang.gateway.auth.Account;
import io.haidang.gateway.auth.Office;
import io.haidang.gateway.testing.Drafted;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.Provoked;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestDatabase;
import io.haidang.translation.review.Role;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Public and internal texts are for the house, secret ones for their office. */
@OnEveryDatabase
class VisibilityContractTest {

  private static final Account STRANGER = account("Sở Du lịch", Role.REVIEWER);
  private static final Account COLLEAGUE = account(Office.FIRST.name(), Role.EDITOR);
  private static final Account ADMIN = account("Sở Du lịch", Role.ADMIN);

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Visibility visibility;
  private final Drafted drafted;
  private final Target secret;
  private final Target internal;

  VisibilityContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.open(kind);
    visibility = new Visibility(store.database());
    drafted = Drafted.in(store.database(), target -> {}, clock);
    secret = drafted.submit("Mật", "Kế hoạch.", Sensitivity.SECRET, "en").get(0);
    internal = drafted.submit("Nội bộ", "Kế hoạch.", Sensitivity.INTERNAL, "en").get(0);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void address_ofASecretText_isUnknownToOtherOfficesWhateverItNames() {
    List<String> addresses =
        List.of(
            "/api/v1/targets/" + secret.id() + "/segments",
            "/api/v1/assets/" + secret.asset().id(),
            "/api/v1/drafts/" + secret.asset().id(),
            "/api/v1/bundles/" + secret.asset().story(),
            "/library/" + secret.id(),
            "/stories/" + secret.asset().story() + "/facts",
            "/stories/" + internal.asset().story() + "/products/" + secret.id(),
            "/stories/" + internal.asset().story() + "/assets/" + secret.asset().id());
    for (String address : addresses) {
      assertThat(Provoked.by(() -> visibility.requireAddress(address, STRANGER)).code())
          .as(address)
          .isEqualTo(ErrorCode.NOT_FOUND);
      for (Account reader : List.of(COLLEAGUE, ADMIN, drafted.editor())) {
        assertThatCode(() -> visibility.requireAddress(address, reader)).doesNotThrowAnyException();
      }
    }
  }

  @Test
  void address_ofAnotherTextOrOfNone_isOpen() {
    assertThatCode(
            () -> {
              visibility.requireAddress("/targets/" + internal.id(), STRANGER);
              visibility.requireAddress("/targets/" + UUID.randomUUID(), STRANGER);
              visibility.requireAddress("/api/v1/targets/no-id", STRANGER);
              visibility.requireAddress("/glossary/concepts/" + secret.id(), STRANGER);
            })
        .doesNotThrowAnyException();
  }

  @Test
  void lists_leaveOutWhatIsNotForTheReader() {
    List<Story> stories = with(handle -> StoryTable.recent(handle, STRANGER, 0, 10));
    assertThat(stories).extracting(Story::title).containsExactly("Nội bộ");
    assertThat(drafted.drafts().recent(STRANGER, 10)).hasSize(1);
    assertThat(drafted.drafts().recent(COLLEAGUE, 10)).hasSize(2);
    assertThat(visibility.hidden(List.of(secret.id(), internal.id()), STRANGER))
        .containsExactly(secret.id());
    assertThat(visibility.hidden(List.of(secret.id()), ADMIN)).isEmpty();
  }

  @Test
  void story_ofSomebodyWhoWorksElsewhereNow_isStillTheirsToSee() {
    Account moved =
        new Account(
            drafted.editor().id(), "editor", "Lan", new Office("Sở Du lịch"), Set.of(Role.EDITOR));
    assertThatCode(() -> visibility.requireTarget(secret.id(), moved)).doesNotThrowAnyException();
  }

  private <T> T with(Function<Handle, T> work) {
    return store.database().jdbi().inTransaction(work::apply);
  }

  private static Account account(String office, Role role) {
    return new Account(UUID.randomUUID(), role.name(), "Ai đó", new Office(office), Set.of(role));
  }
}
