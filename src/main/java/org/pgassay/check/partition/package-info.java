/** Checks of how tables are partitioned. */
@NullMarked
package org.pgassay.check.partition;

import org.jspecify.annotations.NullMarked;
