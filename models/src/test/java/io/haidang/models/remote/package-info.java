@NullMarked
package io.haidang.models.remote;

import org.jspecify.annotations.NullMarked;
