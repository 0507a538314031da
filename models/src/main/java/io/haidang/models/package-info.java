/** Text generation by local models: requests, results, descriptors, failures. */
@NullMarked
package io.haidang.models;

import org.jspecify.annotations.NullMarked;
