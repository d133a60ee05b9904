/** Experiments with revisions on databases of their own: undone, repeated, applied over rows, watched by others. */
@NullMarked
package org.pgassay.rehearsal;

import org.jspecify.annotations.NullMarked;
