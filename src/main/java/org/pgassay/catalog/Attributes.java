package org.pgassay.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the attributes of a {@link Described} together, in their order, without the empty ones. */
final class Attributes {

    private final Map<String, String> values = new LinkedHashMap<>();

    Attributes add(String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            values.put(name, value);
        }
        return this;
    }

    Attributes add(String name, List<String> parts) {
        return add(name, String.join(", ", parts));
    }

    Attributes add(String name, boolean flag) {
        return add(name, flag ? "yes" : null);
    }

    Map<String, String> all() {
        return Collections.unmodifiableMap(values);
    }
}
