/** Makes very many rows in a clone, of the sizes and with the values that a spec states. */
@NullMarked
package org.pgassay.postgres.bulk;

import org.jspecify.annotations.NullMarked;
