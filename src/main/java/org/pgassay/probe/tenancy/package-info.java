/** Attempts to get at another tenant's rows, on a clone in which two tenants have rows in every table. */
@NullMarked
package org.pgassay.probe.tenancy;

import org.jspecify.annotations.NullMarked;
