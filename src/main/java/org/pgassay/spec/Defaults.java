package org.pgassay.spec;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes groups of columns that many tables share into the tables that use them.
 *
 * <p>What comes of it is as if it stood in the table: checks and closed worlds see no difference, and findings point to the
 * group. A table's own {@code absent} stands before the group's definition; any other part that is stated twice is a
 * problem.
 */
final class Defaults {

    private static final List<String> PARTS = List.of("columns", "indexes", "constraints");

    /** What stands for the table's name in the names of indexes and constraints. */
    private static final String TABLE = "{table}";

    private final List<Problem> problems;
    private final Set<String> used = new HashSet<>();

    private Defaults(List<Problem> problems) {
        this.problems = problems;
    }

    /** The document with its groups written into its tables; what is wrong with them is added to the problems. */
    static Node.Mapping applied(Node.Mapping root, List<Problem> problems) {
        if (!(root.get("defaults").orElse(null) instanceof Node.Mapping groups)) {
            return root.get("tables")
                    .map(tables -> new Defaults(problems).without(root, tables))
                    .orElse(root);
        }
        Defaults defaults = new Defaults(problems);
        Map<String, Node.Entry> entries = new LinkedHashMap<>(root.entries());
        Node.Entry tables = entries.get("tables");
        if (tables != null && tables.value() instanceof Node.Mapping mapping) {
            entries.put("tables", new Node.Entry(tables.key(), defaults.tables(mapping, groups)));
            groups.entries()
                    .values()
                    .forEach(group ->
                            defaults.exceptions(group.value(), mapping.entries().keySet()));
        }
        groups.entries().forEach((name, group) -> {
            if (!defaults.used.contains(name)) {
                problems.add(new Problem(
                        group.key(),
                        "no table uses the group '" + name + "'; name it under 'use', or say 'on' which tables"));
            }
        });
        return new Node.Mapping(root.location(), entries);
    }

    /** An exception for no table is a slip of the pen, and would leave a table in the group that was meant to be out. */
    private void exceptions(Node group, Set<String> tables) {
        for (Node.Scalar glob : texts(group instanceof Node.Mapping parts ? parts.get("except") : Optional.empty())) {
            if (tables.stream().noneMatch(table -> matches(glob, table))) {
                problems.add(new Problem(
                        glob.location(),
                        "no table of the spec matches the exception '" + glob.value() + "'"
                                + Suggestions.didYouMean(glob.value(), tables)
                                + "; correct it, or take it out"));
            }
        }
    }

    /** Without any groups none can be used. */
    private Node.Mapping without(Node.Mapping root, Node tables) {
        if (tables instanceof Node.Mapping mapping) {
            tables(mapping, new Node.Mapping(root.location(), Map.of()));
        }
        return root;
    }

    private Node.Mapping tables(Node.Mapping tables, Node.Mapping groups) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        tables.entries().forEach((name, entry) -> {
            Node.Entry written = entry;
            Set<String> chosen = new HashSet<>();
            for (Node.Scalar use :
                    texts(entry.value() instanceof Node.Mapping table ? table.get("use") : Optional.empty())) {
                if (!groups.entries().containsKey(use.value())) {
                    problems.add(new Problem(
                            use.location(),
                            "there is no group '" + use.value() + "' under 'defaults'"
                                    + Suggestions.didYouMean(
                                            use.value(), groups.entries().keySet())));
                } else if (!chosen.add(use.value())) {
                    problems.add(new Problem(use.location(), "the group '" + use.value() + "' is used twice"));
                }
            }
            for (Map.Entry<String, Node.Entry> group : groups.entries().entrySet()) {
                if (group.getValue().value() instanceof Node.Mapping parts
                        && (chosen.contains(group.getKey()) || selects(parts, name, entry.value()))) {
                    used.add(group.getKey());
                    written = new Node.Entry(written.key(), merged(name, written.value(), group.getKey(), parts));
                }
            }
            entries.put(name, written);
        });
        return new Node.Mapping(tables.location(), entries);
    }

    /** A table that must not exist has no columns to be given. */
    private static boolean selects(Node.Mapping group, String table, Node value) {
        boolean exists = !(value instanceof Node.Scalar scalar) || scalar.type() == Node.Scalar.Type.NULL;
        return exists && matches(group.get("on"), table) && !matches(group.get("except"), table);
    }

    private static boolean matches(Optional<Node> globs, String table) {
        return texts(globs).stream().anyMatch(glob -> matches(glob, table));
    }

    private static boolean matches(Node.Scalar glob, String table) {
        String quoted = Pattern.quote(glob.value()).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.matches(quoted, table);
    }

    private static List<Node.Scalar> texts(Optional<Node> node) {
        List<Node> items = node.map(each -> each instanceof Node.Sequence list ? list.items() : List.of(each))
                .orElse(List.of());
        List<Node.Scalar> texts = new ArrayList<>();
        for (Node item : items) {
            if (item instanceof Node.Scalar scalar) {
                texts.add(scalar);
            }
        }
        return texts;
    }

    private Node merged(String name, Node table, String group, Node.Mapping parts) {
        Map<String, Node.Entry> entries = new LinkedHashMap<>();
        if (table instanceof Node.Mapping own) {
            entries.putAll(own.entries());
        } else if (table instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL) {
            problems.add(new Problem(table.location(), "a table that is " + scalar.value() + " uses no group"));
            return table;
        }
        for (String kind : PARTS) {
            Node.Entry given = parts.entries().get(kind);
            if (given != null && given.value() instanceof Node.Mapping shared) {
                Node.Entry own = entries.get(kind);
                Map<String, Node.Entry> all = new LinkedHashMap<>();
                if (own != null && own.value() instanceof Node.Mapping mapping) {
                    all.putAll(mapping.entries());
                }
                shared.entries().forEach((written, part) -> put(name, written, part, group, all));
                Location at = own == null ? given.key() : own.key();
                entries.put(kind, new Node.Entry(at, new Node.Mapping(at, all)));
            }
        }
        return new Node.Mapping(table.location(), entries);
    }

    private void put(String table, String written, Node.Entry part, String group, Map<String, Node.Entry> all) {
        String name = written.replace(TABLE, table.substring(table.lastIndexOf('.') + 1));
        Node.Entry own = all.putIfAbsent(name, part);
        boolean absent = own != null
                && own.value() instanceof Node.Scalar scalar
                && scalar.value().strip().equals("absent");
        if (own != null && !absent) {
            problems.add(new Problem(
                    own.key(),
                    "'" + name + "' of " + table + " is stated here and in the group '" + group + "' at " + part.key()
                            + "; state it once, or write absent here where the table has none"));
        }
    }
}
