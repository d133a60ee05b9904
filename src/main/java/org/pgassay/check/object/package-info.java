/** Views, sequences, functions, types, extensions and all further objects that are no tables. */
@NullMarked
package org.pgassay.check.object;

import org.jspecify.annotations.NullMarked;
