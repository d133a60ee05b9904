/** An immutable snapshot of a database's objects: records, their comparison and fingerprint. No I/O. */
@NullMarked
package org.pgassay.catalog;

import org.jspecify.annotations.NullMarked;
