/** What keeps the rows of tenants apart, by the catalog and by experiment. */
@NullMarked
package org.pgassay.check.tenancy;

import org.jspecify.annotations.NullMarked;
