/** Runs seeds in copies of the migrated database, and looks at the rows that they put in. */
@NullMarked
package org.pgassay.probe.seeds;

import org.jspecify.annotations.NullMarked;
