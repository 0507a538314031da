package io.haidang.gateway.doctor;

import java.util.List;

/** Looks at one side of a machine. Blocks; changes nothing that stays. */
@FunctionalInterface
interface Checkup {
  List<Finding> examine();
}
