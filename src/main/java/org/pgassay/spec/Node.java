package org.pgassay.spec;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a YAML file that knows where it stands. */
public sealed interface Node {

    /** Where the value begins. */
    Location location();

    /** What the value is, for a message: {@code text}, {@code a number}, {@code a list}, … */
    String kind();

    /**
     * A single value.
     *
     * @param value its text, unquoted and unfolded
     * @param type what YAML 1.2's core schema makes of it
     * @param verbatim whether the file holds the text as it is, so that an offset in it is an offset in the file
     * @param quote 1 if a quotation mark stands before the text, otherwise 0
     */
    record Scalar(Location location, String value, Type type, boolean verbatim, int quote) implements Node {

        /** What a plain scalar stands for. */
        public enum Type {
            TEXT("text"),
            NUMBER("a number"),
            BOOLEAN("true or false"),
            NULL("nothing");

            private final String phrase;

            Type(String phrase) {
                this.phrase = phrase;
            }
        }

        @Override
        public String kind() {
            return type.phrase;
        }

        /** The place of a character of the text; the beginning where the file's text is folded or escaped. */
        public Location at(int offset) {
            if (!verbatim) {
                return location;
            }
            int before = value.codePointCount(0, Math.max(0, Math.min(offset, value.length())));
            return new Location(location.file(), location.line(), location.column() + quote + before);
        }
    }

    /** A list of values. */
    record Sequence(Location location, List<Node> items) implements Node {

        /** Copies the list. */
        public Sequence {
            items = List.copyOf(items);
        }

        @Override
        public String kind() {
            return "a list";
        }
    }

    /** Values by key, in the file's order. */
    record Mapping(Location location, Map<String, Entry> entries) implements Node {

        /** Copies the map, keeping its order. */
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Override
        public String kind() {
            return "a mapping";
        }

        /** The value of a key, if it is given. */
        public Optional<Node> get(String key) {
            return Optional.ofNullable(entries.get(key)).map(Entry::value);
        }
    }

    /** A key's place, and its value. */
    record Entry(Location key, Node value) {}

    /** The node at a path of keys and list positions; null where there is none. */
    default @Nullable Node descend(List<Object> path) {
        Node node = this;
        for (Object step : path) {
            Node next = null;
            if (node instanceof Mapping mapping) {
                next = mapping.get(step.toString()).orElse(null);
            } else if (node instanceof Sequence sequence && step instanceof Integer index) {
                next = index < sequence.items().size() ? sequence.items().get(index) : null;
            }
            if (next == null) {
                return null;
            }
            node = next;
        }
        return node;
    }
}
