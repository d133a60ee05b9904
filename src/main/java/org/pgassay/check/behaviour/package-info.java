/** What the schema must do with rows. */
@NullMarked
package org.pgassay.check.behaviour;

import org.jspecify.annotations.NullMarked;
