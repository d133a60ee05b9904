/** Records what migrations do, whichever tool runs them. */
@NullMarked
package org.pgassay.postgres.recorder;

import org.jspecify.annotations.NullMarked;
