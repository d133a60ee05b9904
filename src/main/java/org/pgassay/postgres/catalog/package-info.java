/** Reads the catalog, the same way on every version. */
@NullMarked
package org.pgassay.postgres.catalog;

import org.jspecify.annotations.NullMarked;
