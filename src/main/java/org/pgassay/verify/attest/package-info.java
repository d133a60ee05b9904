/** Holds a database to the schema that was verified, without changing anything in it. */
@NullMarked
package org.pgassay.verify.attest;

import org.jspecify.annotations.NullMarked;
