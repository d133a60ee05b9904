package org.pgassay.check.part;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.pgassay.check.structure.StructureSection.HostedSpec;

/**
 * Triggers that a spec states beside their tables.
 *
 * @param triggers by name; the definition says the table
 */
public record PartSection(Map<String, HostedSpec> triggers) {

    /** Copies the map, keeping its order. */
    public PartSection {
        triggers = Collections.unmodifiableMap(new LinkedHashMap<>(triggers));
    }
}
