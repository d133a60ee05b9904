/** Liquibase: the user's own, on the class path or from jars that the spec names. */
@NullMarked
package org.pgassay.migration.liquibase;

import org.jspecify.annotations.NullMarked;
