package io.haidang.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.gateway.auth.Accounts;
import io.haidang.gateway.discussion.Discussions;
import io.haidang.gateway.draft.Target;
import io.haidang.gateway.library.Newsroom;
import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.SettableClock;
import io.haidang.gateway.testing.TestAccount;
import io.haidang.gateway.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A person gets everything of theirs and nothing of others, on every database. */
@OnEveryDatabase
class OwnDataContractTest {

  private static final String MINE = "Cảng của tôi mở cửa.";
  private static final String OTHERS = "lời của người khác";

  private final SettableClock clock = new SettableClock();
  private final TestDatabase store;
  private final Newsroom newsroom;
  private final Accounts accounts;
  private final OwnData data;

  OwnDataContractTest(TestDatabase.Kind kind) {
    store = TestDatabase.withNames(kind);
    newsroom = new Newsroom(store.database(), clock);
    accounts = new Accounts(store.database(), clock, TestAccount.CHEAP);
    data = new OwnData(store.database(), accounts.desk());
  }

  @AfterEach
  void close() {
    store.close();
  }

  private Map<String, String> unpacked(Iterator<byte[]> pieces) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (pieces.hasNext()) {
      all.write(pieces.next());
    }
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(all.toByteArray()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }

  @Test
  void zip_ofAPerson_holdsWhatTheyMadeAndSaidAlone() throws IOException {
    Target target = newsroom.translation(MINE);
    newsroom.desk.copies().keep(target.id(), 0, 1, "đang gõ", newsroom.editor);
    Discussions discussions = new Discussions(store.database(), clock);
    discussions.begin(target.id(), null, "Lời của tôi.", newsroom.editor);
    discussions.begin(target.id(), null, OTHERS, newsroom.reviewer);
    String key = accounts.createApiKey(newsroom.editor.id(), "cổng thông tin");

    Map<String, String> files = unpacked(data.zip(newsroom.editor));

    assertThat(files.get("profile.jsonl")).contains("\"display_name\":\"Biên tập viên\"");
    assertThat(files.get("drafts.jsonl")).contains(target.asset().title());
    assertThat(files.get("comments.jsonl")).contains("Lời của tôi.");
    assertThat(files.get("working-copies.jsonl")).contains("đang gõ");
    assertThat(files.get("keys.jsonl")).contains("cổng thông tin");
    assertThat(files.entrySet())
        .filteredOn(file -> file.getKey().startsWith("files/"))
        .extracting(Map.Entry::getValue)
        .containsExactly(MINE);
    assertThat(files.toString()).doesNotContain(OTHERS, key, "password", "en: Cảng");
    assertThat(files).hasSizeGreaterThanOrEqualTo(Section.ALL.size());
  }

  @Test
  void zip_ofSomebodyElse_holdsNothingOfIt() throws IOException {
    newsroom.translation(MINE);

    Map<String, String> files = unpacked(data.zip(newsroom.reviewer));

    assertThat(files.get("drafts.jsonl")).isEmpty();
    assertThat(files.toString()).doesNotContain("Cảng");
    assertThat(files.keySet()).noneMatch(name -> name.startsWith("files/"));
  }

  @Test
  void list_longerThanAStep_isWhole() throws IOException {
    store
        .database()
        .jdbi()
        .useHandle(
            handle -> {
              for (int i = 0; i < 1_001; i++) {
                handle.execute(
                    "insert into audit_reading (account_id, at, question)"
                        + " values (?, current_timestamp, ?)",
                    newsroom.editor.id(),
                    "q" + i);
              }
            });

    assertThat(
            unpacked(data.zip(newsroom.editor))
                .getOrDefault("audit-readings.jsonl", "")
                .lines()
                .distinct())
        .hasSize(1_001);
  }

  @Test
  void copy_taken_isInTheHistoryOfTheAccount() {
    data.zip(newsroom.editor);

    List<String> history =
        store
            .database()
            .jdbi()
            .withHandle(
                handle ->
                    handle
                        .createQuery("select type from account_event where account_id = :id")
                        .bind("id", newsroom.editor.id())
                        .mapTo(String.class)
                        .list());
    assertThat(history).containsExactly("data-exported");
  }
}
