package io.haidang.translation.document.odf;

import static org.assertj.core.api.Assertions.assertThat;

import io.haidang.translation.document.DocumentFilterContract;
import io.haidang.translation.document.FilterOptions;
import io.haidang.translation.document.FilterOptions.TrackedChanges;
import io.haidang.translation.document.packed.PackedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

final class OpenDocumentFilterTest extends DocumentFilterContract {

  @Override
  protected FilterOptions options(Path sample) {
    return FilterOptions.DEFAULT.withTrackedChanges(TrackedChanges.ACCEPT);
  }

  /** Tracked changes are accepted, and that is all that happens. */
  @Override
  protected void assertUnchanged(byte[] source, byte[] merged) throws IOException {
    if (!PackedFiles.hasTrackedChanges(source)) {
      super.assertUnchanged(source, merged);
    } else {
      assertThat(PackedFiles.hasTrackedChanges(merged)).isFalse();
      assertThat(PackedFiles.differences(source, merged)).hasSize(1);
    }
  }

  @Override
  protected int mutations() {
    return 30;
  }

  @Override
  protected byte[] mutate(byte[] content, Random random) throws IOException {
    return PackedFiles.mutation(content, random);
  }
}
