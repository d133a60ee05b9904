package org.pgassay.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What tells two catalogs apart, object by object.
 *
 * <p>It looks at what the {@link Fingerprint} covers and at nothing else: there is a change if and only if the fingerprints
 * differ. The parts of an object that is only in one of the catalogs are not listed beside it.
 *
 * @param changes sorted by kind and name
 */
public record Difference(List<Change> changes) {

    /** Copies the list. */
    public Difference {
        changes = List.copyOf(changes);
    }

    /** What became of an object from the left catalog to the right one. */
    public enum Sort {
        /** Only the right catalog has it. */
        ADDED,
        /** Only the left catalog has it. */
        REMOVED,
        /** Both have it, with other attributes. */
        CHANGED
    }

    /**
     * An object that the catalogs do not agree on.
     *
     * @param schema the schema it lives in, unquoted; null for what belongs to the database
     * @param name within that schema, quoted where PostgreSQL would; {@code table.part} for parts
     * @param attributes for one that has changed, in what; otherwise none
     */
    public record Change(ObjectKind kind, @Nullable String schema, String name, Sort sort, List<Attribute> attributes) {

        /** Copies the list. */
        public Change {
            attributes = List.copyOf(attributes);
        }

        /** The kind and the name, which is qualified outside the schema given. */
        public String object(String home) {
            String place = schema == null || schema.equals(home) ? "" : Identifiers.quote(schema) + ".";
            return kind.word() + " " + place + name;
        }
    }

    /**
     * An attribute that an object has another value of.
     *
     * @param left its text; {@code none} where the object does not have it
     * @param right likewise
     */
    public record Attribute(String name, String left, String right) {}

    /**
     * An object or part that at least one of two catalogs has.
     *
     * @param sort what became of it; null where both have it alike
     * @param attributes for one that has changed, in what; for one that only one catalog has, what it is there, each with
     *     the other side's text empty; otherwise none
     */
    public record Compared(Key key, @Nullable Sort sort, List<Attribute> attributes) {

        /** Copies the list. */
        public Compared {
            attributes = List.copyOf(attributes);
        }

        /** What became of it, of one that is not alike. */
        public Change change() {
            return key.change(Objects.requireNonNull(sort), sort == Sort.CHANGED ? attributes : List.of());
        }
    }

    /** Compares. */
    public static Difference of(Catalog left, Catalog right) {
        List<Compared> all = compared(left, right);
        Map<Key, Compared> byKey = new HashMap<>();
        all.forEach(each -> byKey.put(each.key(), each));
        List<Change> changes = new ArrayList<>();
        for (Compared each : all) {
            if (each.sort() != null && !named(each, byKey)) {
                changes.add(each.change());
            }
        }
        return new Difference(changes);
    }

    /** Whether the object that it is a part of is only in one of the catalogs, and stands for it. */
    private static boolean named(Compared part, Map<Key, Compared> all) {
        Compared host = part.key().host() == null ? null : all.get(part.key().host());
        return host != null && (host.sort() == Sort.ADDED || host.sort() == Sort.REMOVED);
    }

    /** Compares, and lists every object and part that either catalog has, sorted by kind and name. */
    public static List<Compared> compared(Catalog left, Catalog right) {
        Map<Key, Map<String, JsonNode>> before = new FlatCatalog(left).objects();
        Map<Key, Map<String, JsonNode>> after = new FlatCatalog(right).objects();
        List<Compared> compared = new ArrayList<>();
        for (Key key : new TreeMap<>(both(before, after)).keySet()) {
            Map<String, JsonNode> was = before.get(key);
            Map<String, JsonNode> is = after.get(key);
            if (was != null && is != null) {
                List<Attribute> attributes = attributes(was, is);
                compared.add(new Compared(key, attributes.isEmpty() ? null : Sort.CHANGED, attributes));
            } else if (was != null) {
                compared.add(new Compared(key, Sort.REMOVED, texts(was, true)));
            } else if (is != null) {
                compared.add(new Compared(key, Sort.ADDED, texts(is, false)));
            }
        }
        return compared;
    }

    private static List<Attribute> texts(Map<String, JsonNode> attributes, boolean left) {
        List<Attribute> texts = new ArrayList<>();
        attributes.forEach((name, value) -> {
            String text = FlatCatalog.text(value);
            texts.add(left ? new Attribute(name, text, "") : new Attribute(name, "", text));
        });
        return texts;
    }

    private static Map<Key, Map<String, JsonNode>> both(
            Map<Key, Map<String, JsonNode>> left, Map<Key, Map<String, JsonNode>> right) {
        Map<Key, Map<String, JsonNode>> all = new LinkedHashMap<>(left);
        all.putAll(right);
        return all;
    }

    private static List<Attribute> attributes(Map<String, JsonNode> was, Map<String, JsonNode> is) {
        Set<String> names = new LinkedHashSet<>(was.keySet());
        names.addAll(is.keySet());
        return names.stream()
                .filter(name -> !alike(name, was.get(name), is.get(name)))
                .map(name -> new Attribute(name, FlatCatalog.text(was.get(name)), FlatCatalog.text(is.get(name))))
                .toList();
    }

    /** A column that only one of them has is a change of its own, and none of the order of the others. */
    private static boolean alike(String name, @Nullable JsonNode was, @Nullable JsonNode is) {
        if (name.equals(FlatCatalog.ORDER) && was != null && is != null) {
            return FlatCatalog.common(was, is).equals(FlatCatalog.common(is, was));
        }
        return Objects.equals(was, is);
    }

    /** Whether the catalogs are alike. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /**
     * One line a change, for a report: {@code table orders was added}.
     *
     * @param home the schema whose objects are named without it
     */
    public List<String> lines(String home) {
        return changes.stream().map(change -> line(change, home)).toList();
    }

    private static String line(Change change, String home) {
        String object = change.object(home);
        return switch (change.sort()) {
            case ADDED -> object + " was added";
            case REMOVED -> object + " is gone";
            case CHANGED ->
                object + " has another "
                        + String.join(
                                "; another ",
                                change.attributes().stream()
                                        .map(each -> each.name() + ": " + each.left() + " became " + each.right())
                                        .toList());
        };
    }

    /**
     * What an object is told by: its kind and its name, and for a part the object that it is of.
     *
     * @param schema the schema it lives in, unquoted; null for what belongs to the database
     * @param name within that schema, quoted where PostgreSQL would; {@code table.part} for parts
     * @param host the table or view that it is a part of; null for what is none
     */
    public record Key(
            ObjectKind kind,
            @Nullable String schema,
            String name,
            @Nullable Key host) implements Comparable<Key> {

        /** The key of an object that lives in a schema and is no part. */
        public static Key of(ObjectKind kind, QualifiedName name) {
            return new Key(kind, name.schema(), Identifiers.quote(name.name()), null);
        }

        /** The key of an object that belongs to the database. */
        public static Key ofDatabase(ObjectKind kind, String name) {
            return new Key(kind, null, Identifiers.quote(name), null);
        }

        /** The key of a part; an index lives in the schema, the other parts are told by their table or view too. */
        public static Key part(ObjectKind kind, Key host, String name) {
            String quoted = Identifiers.quote(name);
            return new Key(kind, host.schema(), kind == ObjectKind.INDEX ? quoted : host.name() + "." + quoted, host);
        }

        private Change change(Sort sort, List<Attribute> attributes) {
            return new Change(kind, schema, name, sort, attributes);
        }

        @Override
        public int compareTo(Key other) {
            int order = kind.compareTo(other.kind);
            if (order == 0) {
                order = Objects.requireNonNullElse(schema, "").compareTo(Objects.requireNonNullElse(other.schema, ""));
            }
            if (order == 0) {
                order = name.compareTo(other.name);
            }
            return order != 0 || host == null || other.host == null ? order : host.compareTo(other.host);
        }
    }
}
