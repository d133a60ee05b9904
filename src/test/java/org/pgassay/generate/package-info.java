/** Makes schemas with every kind of object, and single changes to them, for the tests of whole specs. */
@NullMarked
package org.pgassay.generate;

import org.jspecify.annotations.NullMarked;
