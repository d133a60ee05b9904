package org.pgassay.check.access;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;

/**
 * The privileges that a role has on one object, with ALL written out, so that two can be compared on any version.
 *
 * @param byName whether each may be passed on; the keys are such as {@code SELECT} and {@code UPDATE (status)}
 * @param everyone those that make ALL on this version for this kind of object
 */
record Privileges(SortedMap<String, Boolean> byName, List<String> everyone) {

    /** The word for all of them. */
    static final String ALL = "ALL";

    private static final List<String> RELATION =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "MAINTAIN");

    /** Those that can be granted on columns alone. */
    static final List<String> COLUMN = List.of("SELECT", "INSERT", "UPDATE", "REFERENCES");

    private static final int MAINTAIN_SINCE = 17;

    /**
     * All privileges that objects of a kind have on the newest version; empty for kinds without.
     *
     * @param kind for default privileges that of the objects they are for
     */
    static List<String> of(ObjectKind kind) {
        return switch (kind) {
            case TABLE, VIEW, MATERIALIZED_VIEW -> RELATION;
            case SEQUENCE -> List.of("USAGE", "SELECT", "UPDATE");
            case FUNCTION -> List.of("EXECUTE");
            case TYPE, FOREIGN_SERVER, OTHER -> List.of("USAGE");
            case SCHEMA -> List.of("USAGE", "CREATE");
            case COLUMN,
                    INDEX,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    EXTENSION,
                    COLLATION,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    DEFAULT_PRIVILEGES -> List.of();
        };
    }

    private static List<String> of(ObjectKind kind, int major) {
        return of(kind).stream()
                .filter(each -> major >= MAINTAIN_SINCE || !each.equals("MAINTAIN"))
                .toList();
    }

    /** What PostgreSQL itself grants to PUBLIC when such an object is made. */
    static Set<String> byDefault(ObjectKind kind, String name, int major) {
        return switch (kind) {
            case FUNCTION -> Set.of("EXECUTE");
            case TYPE -> Set.of("USAGE");
            case SCHEMA -> {
                boolean open = name.equals("public");
                yield open ? major < 15 ? Set.of("USAGE", "CREATE") : Set.of("USAGE") : Set.of();
            }
            case OTHER -> name.startsWith("language ") || name.startsWith("type ") ? Set.of("USAGE") : Set.of();
            case TABLE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FOREIGN_SERVER,
                    COLUMN,
                    INDEX,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    EXTENSION,
                    COLLATION,
                    STATISTICS,
                    EVENT_TRIGGER,
                    PUBLICATION,
                    DEFAULT_PRIVILEGES -> Set.of();
        };
    }

    /** No privileges yet. */
    static Privileges none(ObjectKind kind, int major) {
        return new Privileges(new TreeMap<>(), of(kind, major));
    }

    /** What the catalog holds for a role: on the object, and on its columns. */
    static Privileges held(Asset asset, String role, int major) {
        Privileges held = held(asset.kind(), asset.grants(), role, major);
        asset.columns()
                .forEach((column, grants) -> grants.stream()
                        .filter(each -> each.role().equals(role))
                        .forEach(each -> held.add(each.privilege(), List.of(column), each.grantable())));
        return held;
    }

    /** What a list of grants holds for a role. */
    static Privileges held(ObjectKind kind, List<Grant> grants, String role, int major) {
        Privileges held = none(kind, major);
        grants.stream()
                .filter(each -> each.role().equals(role))
                .forEach(each -> held.add(each.privilege(), List.of(), each.grantable()));
        return held;
    }

    /** What the spec states for a role. */
    static Privileges stated(ObjectKind kind, List<StatedPrivilege> privileges, int major) {
        Privileges stated = none(kind, major);
        privileges.forEach(each -> stated.add(each.name(), each.columns(), each.grantable()));
        return stated;
    }

    private void add(String privilege, List<String> columns, boolean grantable) {
        List<String> names = names(privilege, columns);
        for (String name : names) {
            if (columns.isEmpty()) {
                // Two grantors may have granted the same.
                byName.merge(name, grantable, Boolean::logicalOr);
            }
            columns.forEach(column ->
                    byName.merge(name + " (" + Identifiers.quote(column) + ")", grantable, Boolean::logicalOr));
        }
    }

    private List<String> names(String privilege, List<String> columns) {
        if (privilege.equals(ALL)) {
            return columns.isEmpty() ? everyone : COLUMN;
        }
        return privilege.equals(Grant.NONE) ? List.of() : List.of(privilege);
    }

    boolean isEmpty() {
        return byName.isEmpty();
    }

    /** Whether the names are the same, whoever may pass them on. */
    boolean sameNames(Privileges other) {
        return byName.keySet().equals(other.byName.keySet());
    }

    /** Those of ours that the other has not, or not with the same right to pass them on; as one would write them. */
    List<String> beyond(Privileges other) {
        List<String> beyond = new ArrayList<>();
        byName.forEach((name, grantable) -> {
            if (!grantable.equals(other.byName.get(name))) {
                beyond.add(spelt(name, grantable));
            }
        });
        return beyond;
    }

    private static String spelt(String name, boolean grantable) {
        return name + (grantable ? " WITH GRANT OPTION" : "");
    }

    /** As one would write them: ALL where they are complete, columns of one privilege together. */
    String shown() {
        List<String> shown = new ArrayList<>();
        for (boolean grantable : List.of(false, true)) {
            Set<String> whole = new TreeSet<>();
            Map<String, List<String>> columns = new TreeMap<>();
            byName.forEach((name, passes) -> {
                int open = name.indexOf(" (");
                if (passes == grantable && open < 0) {
                    whole.add(name);
                } else if (passes == grantable) {
                    columns.computeIfAbsent(name.substring(0, open), key -> new ArrayList<>())
                            .add(name.substring(open + 2, name.length() - 1));
                }
            });
            boolean all = everyone.size() > 1 && whole.equals(Set.copyOf(everyone));
            (all ? List.of(ALL) : whole).forEach(name -> shown.add(spelt(name, grantable)));
            columns.forEach((name, of) -> shown.add(spelt(name + " (" + String.join(", ", of) + ")", grantable)));
        }
        return shown.isEmpty() ? "no privileges" : String.join(", ", shown);
    }

    /** A privilege's name as the spec writes it. */
    static String written(String privilege) {
        return privilege.toLowerCase(Locale.ROOT);
    }
}
