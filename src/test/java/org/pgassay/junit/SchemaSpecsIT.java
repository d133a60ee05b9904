package org.pgassay.junit;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Verifies every spec of this project. */
class SchemaSpecsIT {

    @TestFactory
    Stream<DynamicNode> specs() {
        return SchemaSpecs.in("schema-specs");
    }
}
