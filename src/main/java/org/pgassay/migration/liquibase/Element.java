package org.pgassay.migration.liquibase;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A part of a changelog, whether it is written in XML, YAML or JSON.
 *
 * @param name of the element or key
 * @param attributes single values by name
 * @param children parts within it, in order
 * @param text within it, without blanks around it
 * @param line from 1
 */
record Element(String name, Map<String, String> attributes, List<Element> children, String text, int line) {

    /** Copies the collections, the attributes sorted. */
    Element {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        children = List.copyOf(children);
    }

    String attribute(String key) {
        return attributes.getOrDefault(key, "");
    }

    boolean is(String attribute) {
        return attribute(attribute).equalsIgnoreCase("true");
    }

    Optional<Element> child(String key) {
        return children.stream().filter(each -> each.name.equals(key)).findFirst();
    }

    /** What it says, the same however it is laid out. */
    String canonical() {
        StringBuilder canonical = new StringBuilder("(").append(name);
        attributes.forEach(
                (key, value) -> canonical.append(' ').append(key).append('=').append(value));
        if (!text.isEmpty()) {
            canonical.append(" \"").append(text).append('"');
        }
        children.forEach(each -> canonical.append(each.canonical()));
        return canonical.append(')').toString();
    }
}
