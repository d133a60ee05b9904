/** Accepted failures, each with a reason, an approver and an expiry date. */
@NullMarked
package org.pgassay.check.waiver;

import org.jspecify.annotations.NullMarked;
