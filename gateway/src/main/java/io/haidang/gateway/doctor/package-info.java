/** Whether a machine is fit for a node, found out without starting one. */
@NullMarked
package io.haidang.gateway.doctor;

import org.jspecify.annotations.NullMarked;
