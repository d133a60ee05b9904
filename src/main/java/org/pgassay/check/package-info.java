/** What a check is: its kind, subject, evidence and finding. */
@NullMarked
package org.pgassay.check;

import org.jspecify.annotations.NullMarked;
