/** Experiments with several connections at once. */
@NullMarked
package org.pgassay.check.concurrency;

import org.jspecify.annotations.NullMarked;
