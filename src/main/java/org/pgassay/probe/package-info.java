/** Experiments with rows on clones of the migrated database, as the roles that really use it. */
@NullMarked
package org.pgassay.probe;

import org.jspecify.annotations.NullMarked;
