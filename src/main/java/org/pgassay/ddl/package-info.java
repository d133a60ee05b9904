/** SQL from catalogs: what makes a schema, and what turns one into another. No I/O. */
@NullMarked
package org.pgassay.ddl;

import org.jspecify.annotations.NullMarked;
