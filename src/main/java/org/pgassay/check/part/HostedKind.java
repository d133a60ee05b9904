package org.pgassay.check.part;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.View;

/** The kinds of part that a table or view has beside its columns, indexes and constraints. */
public enum HostedKind {
    TRIGGER(ObjectKind.TRIGGER, "trigger", "trigger"),
    POLICY(ObjectKind.POLICY, "policy", "policy"),
    RULE(ObjectKind.RULE, "rewrite-rule", "rewrite rule");

    private final ObjectKind kind;
    private final String family;
    private final String word;

    HostedKind(ObjectKind kind, String family, String word) {
        this.kind = kind;
        this.family = family;
        this.word = word;
    }

    /** The kind of object. */
    public ObjectKind kind() {
        return kind;
    }

    /** The kind in plain words. */
    String word() {
        return word;
    }

    /** The kind in plain words, for several. */
    String words() {
        return this == POLICY ? "policies" : word + "s";
    }

    /** The id of a kind of check. */
    String id(String check) {
        return family + "/" + check;
    }

    /** Those of a table or view by their names; nothing if there is no such table or view. */
    Optional<Map<String, Described>> of(Catalog catalog, QualifiedName host) {
        Optional<Table> table = catalog.table(host);
        if (table.isPresent()) {
            return Optional.of(of(table.get()));
        }
        return catalog.view(host).map(this::of);
    }

    /** Those of a table by their names. */
    public Map<String, Described> of(Table table) {
        return switch (this) {
            case TRIGGER -> byName(table.triggers(), Trigger::name);
            case POLICY -> byName(table.policies(), Policy::name);
            case RULE -> byName(table.rules(), Rule::name);
        };
    }

    private Map<String, Described> of(View view) {
        return switch (this) {
            case TRIGGER -> byName(view.triggers(), Trigger::name);
            case POLICY -> Map.of();
            case RULE -> byName(view.rules(), Rule::name);
        };
    }

    private static <T extends Described> Map<String, Described> byName(List<T> parts, Function<T, String> name) {
        Map<String, Described> byName = new TreeMap<>();
        parts.forEach(part -> byName.put(name.apply(part), part));
        return byName;
    }
}
