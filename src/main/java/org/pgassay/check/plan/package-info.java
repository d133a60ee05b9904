/** What the plans of queries must be at stated sizes. */
@NullMarked
package org.pgassay.check.plan;

import org.jspecify.annotations.NullMarked;
