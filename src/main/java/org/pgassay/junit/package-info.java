/** The JUnit face. */
@NullMarked
package org.pgassay.junit;

import org.jspecify.annotations.NullMarked;
