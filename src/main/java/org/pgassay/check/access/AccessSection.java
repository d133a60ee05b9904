package org.pgassay.check.access;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;

/**
 * The part of a spec that states owners by pattern and default privileges. What stands with each object (its owner, grants
 * and comment) is read by {@link StatedObjects}, alike for every kind.
 *
 * @param otherSchemas schemas that the database has and the spec does not speak of, and why
 * @param owners roles by pattern
 * @param defaultPrivileges mappings with the keys for, in, on, grants; {@code for} can be no component of a record
 */
record AccessSection(
        Map<String, SourceText> otherSchemas, Map<String, SourceText> owners, List<Node> defaultPrivileges) {

    /** Copies the collections, keeping their order. */
    AccessSection {
        otherSchemas = Collections.unmodifiableMap(new LinkedHashMap<>(otherSchemas));
        owners = Collections.unmodifiableMap(new LinkedHashMap<>(owners));
        defaultPrivileges = List.copyOf(defaultPrivileges);
    }
}
