package io.haidang.models.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class BufferPoolTest {

  private final BufferPool pool = new BufferPool(1 << 20);

  @Test
  void take_whatWasGivenBack_isTheSameMemory() {
    ByteBuffer first = pool.take(5_000);
    pool.give(first);

    assertThat(pool.take(6_000)).isSameAs(first);
    assertThat(pool.take(6_000)).isNotSameAs(first);
  }

  @Test
  void take_anySize_isDirectAndLargeEnough() {
    for (int bytes : new int[] {0, 1, 4_096, 4_097, 1 << 16}) {
      ByteBuffer buffer = pool.take(bytes);
      assertThat(buffer.isDirect()).isTrue();
      assertThat(buffer.order()).isEqualTo(ByteOrder.nativeOrder());
      assertThat(buffer.capacity()).isBetween(bytes, Math.max(4_096, 2 * bytes));
    }
  }

  @Test
  void give_moreThanThePoolKeeps_isLeftToTheCollector() {
    BufferPool small = new BufferPool(8_192);
    ByteBuffer kept = small.take(8_192);
    ByteBuffer left = small.take(4_096);
    small.give(kept);
    small.give(left);

    assertThat(small.take(8_192)).isSameAs(kept);
    assertThat(small.take(4_096)).isNotSameAs(left);
  }

  @Test
  void floats_closedTwice_giveTheirMemoryBackOnce() {
    PooledFloats floats = new PooledFloats(pool);
    floats.ofSize(2_000);
    floats.close();
    floats.close();

    assertThat(floats.get().capacity()).isZero();
    assertThat(pool.take(8_000)).isNotSameAs(pool.take(8_000));
  }

  @Test
  void floats_thatGrow_giveTheSmallerMemoryBack() {
    ByteBuffer known = pool.take(4_096);
    pool.give(known);
    PooledFloats floats = new PooledFloats(pool);
    FloatBuffer small = floats.ofSize(1_000);

    assertThat(floats.ofSize(1_024)).isSameAs(small);
    floats.ofSize(1_025);

    assertThat(pool.take(4_096)).isSameAs(known);
  }
}
