/** YAML to Spec: the only package that knows YAML or JSON Schema. */
@NullMarked
package org.pgassay.spec;

import org.jspecify.annotations.NullMarked;
