package io.haidang.gateway.review;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a machine wrote in a segment, and what stands there now.
 *
 * @param engine id of the model, or what stood in for one, such as {@code memory}
 * @param machine with inline codes
 * @param present with inline codes
 */
public record MachineText(String engine, String machine, String present) {

  /** Those of a product, in its order. */
  public static List<MachineText> of(Handle handle, UUID target) {
    return SegmentTable.list(handle, target).stream()
        .map(row -> new MachineText(row.provenance().engine(), row.machine(), row.target()))
        .toList();
  }

  /** Whether the words are others now. */
  public boolean isChanged() {
    return !machine.equals(present);
  }
}
