/**
 * How long texts are kept, and how they go: a policy for each label, holds, and a nightly run that
 * really deletes.
 */
@NullMarked
package io.haidang.gateway.retention;

import org.jspecify.annotations.NullMarked;
