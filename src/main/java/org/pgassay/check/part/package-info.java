/** What belongs to a table or view beside its columns, indexes and constraints. */
@NullMarked
package org.pgassay.check.part;

import org.jspecify.annotations.NullMarked;
