package io.haidang.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.haidang.gateway.testing.OnEveryDatabase;
import io.haidang.gateway.testing.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every place for files keeps to. */
@OnEveryDatabase
class ContentStoreContractTest {

  private static final byte[] TEXT = "Xin chào Hải Phòng.".getBytes(StandardCharsets.UTF_8);

  /** Two whole pieces and a bit. */
  private static final int LONG = 2 * SqlContentStore.PIECE + 17;

  private final TestDatabase database;
  private final ContentStore store;

  ContentStoreContractTest(TestDatabase.Kind kind) {
    database = TestDatabase.open(kind);
    store = database.database().contents();
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void bytes_stored_areNamedByTheirSha256_andComeBack() {
    ContentDigest digest = store.put("abc".getBytes(StandardCharsets.US_ASCII));

    assertThat(digest)
        .hasToString("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assertThat(store.bytes(digest)).asString(StandardCharsets.US_ASCII).isEqualTo("abc");
    assertThat(store.size(digest)).isEqualTo(3);
  }

  @Test
  void bytes_equal_areStoredOnce() {
    ContentDigest first = store.put(TEXT);
    ContentDigest second = store.put(TEXT.clone());

    assertThat(second).isEqualTo(first);
    assertThat(rows("content")).isEqualTo(1);
    assertThat(rows("content_piece")).isEqualTo(1);
  }

  @Test
  void stream_equalToWhatIsThere_leavesNoPieces() throws IOException {
    store.put(TEXT);
    store.put(new ByteArrayInputStream(TEXT));

    assertThat(rows("content")).isEqualTo(1);
    assertThat(rows("content_piece")).isEqualTo(1);
  }

  @Test
  void stream_openedInTheMiddle_givesTheRest_andNothingBeyondTheEnd() throws IOException {
    byte[] bytes = random(LONG);
    ContentDigest digest = store.put(bytes);

    for (long from :
        new long[] {0, 1, SqlContentStore.PIECE - 1, SqlContentStore.PIECE, LONG - 1, LONG}) {
      try (InputStream rest = store.open(digest, from)) {
        assertThat(rest.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, (int) from, LONG));
      }
    }
    try (InputStream beyond = store.open(digest, 100L * LONG)) {
      assertThat(beyond.read()).isEqualTo(-1);
    }
  }

  @Test
  void nothing_isAContentToo() {
    assertThat(store.bytes(store.put(new byte[0]))).isEmpty();
  }

  @Test
  void stream_longerThanAPiece_comesBackWhole_andByteByByte() throws IOException {
    byte[] bytes = random(LONG);

    ContentDigest digest = store.put(new ByteArrayInputStream(bytes));

    assertThat(digest).isEqualTo(ContentDigest.of(bytes));
    assertThat(store.size(digest)).isEqualTo(LONG);
    assertThat(store.bytes(digest)).isEqualTo(bytes);
    try (InputStream open = store.open(digest)) {
      for (byte expected : bytes) {
        if (open.read() != (expected & 0xFF)) {
          throw new AssertionError("a byte differs");
        }
      }
      assertThat(open.read()).isEqualTo(-1);
      assertThat(open.read()).isEqualTo(-1);
    }
  }

  @Test
  void stream_thatBreaksOff_leavesNothing() {
    InputStream broken =
        new SequenceInputStream(
            new ByteArrayInputStream(random(LONG)),
            new InputStream() {
              @Override
              public int read() throws IOException {
                throw new IOException("gone");
              }

              @Override
              public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("gone");
              }
            });

    assertThatThrownBy(() -> store.put(broken)).isInstanceOf(IOException.class);

    assertThat(rows("content")).isZero();
    assertThat(rows("content_piece")).isZero();
  }

  @Test
  void name_ofNothingStored_isToldApart() {
    ContentDigest unknown = ContentDigest.of(TEXT);

    assertThatThrownBy(() -> store.bytes(unknown)).isInstanceOf(NoSuchElementException.class);
    assertThatThrownBy(() -> store.size(unknown)).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void store_ofTheSameByFourAtATime_givesOneContent() throws Exception {
    byte[] bytes = random(LONG);
    CyclicBarrier together = new CyclicBarrier(4);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<ContentDigest>> stored = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        stored.add(
            threads.submit(
                () -> {
                  together.await();
                  return store.put(new ByteArrayInputStream(bytes));
                }));
      }
      for (Future<ContentDigest> digest : stored) {
        assertThat(digest.get()).isEqualTo(ContentDigest.of(bytes));
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(rows("content")).isEqualTo(1);
    assertThat(rows("content_piece")).isEqualTo(3);
  }

  private static byte[] random(int length) {
    byte[] bytes = new byte[length];
    new Random(7).nextBytes(bytes);
    return bytes;
  }

  private int rows(String table) {
    return database
        .database()
        .jdbi()
        .withHandle(
            handle ->
                handle.createQuery("select count(*) from " + table).mapTo(Integer.class).one());
  }
}
