/** Language models of other machines as generators: prompts, providers, failures, accounting. */
@NullMarked
package io.haidang.models.remote;

import org.jspecify.annotations.NullMarked;
