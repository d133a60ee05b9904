/** Product features and the objects that each needs. */
@NullMarked
package org.pgassay.check.feature;

import org.jspecify.annotations.NullMarked;
