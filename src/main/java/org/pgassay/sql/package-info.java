/** SQL as a sequence of tokens: enough to find where statements and clauses begin, never to interpret them. */
@NullMarked
package org.pgassay.sql;

import org.jspecify.annotations.NullMarked;
