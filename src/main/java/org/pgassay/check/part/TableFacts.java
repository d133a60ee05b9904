package org.pgassay.check.part;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.check.structure.OptionValues;
import org.pgassay.check.structure.StructureSection.ForeignSpec;
import org.pgassay.check.structure.StructureSection.TableSpec;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Token;

/** How a table is kept, attribute by attribute; what is the default is left out of what a database has. */
public final class TableFacts {

    private TableFacts() {}

    /** The attributes of a real table that are not the defaults. */
    public static Map<String, String> of(Table table) {
        Map<String, String> facts = new TreeMap<>();
        if (table.unlogged()) {
            facts.put("unlogged", "true");
        }
        options(facts, table.settings().options());
        put(facts, "replica identity", table.settings().replicaIdentity());
        if (!table.inheritsFrom().isEmpty()) {
            facts.put(
                    "inherits",
                    names(table.inheritsFrom().stream().map(QualifiedName::sql).toList()));
        }
        put(facts, "access method", table.settings().accessMethod());
        put(facts, "tablespace", table.settings().tablespace());
        put(facts, "type", table.settings().ofType());
        put(facts, "foreign server", table.settings().foreignServer());
        put(facts, "clustered on", table.settings().clusteredOn());
        OptionValues.foreign(table.settings().foreignOptions())
                .forEach((name, value) -> facts.put("foreign option " + Identifiers.quote(name), value));
        return facts;
    }

    /** What a closed world asks of a table besides: row security, and how its columns are kept. */
    static Map<String, String> more(Table table, TableAttributes.Columns stated) {
        Map<String, String> facts = new TreeMap<>();
        if (table.rowSecurity() && !stated.rowSecurity()) {
            facts.put("row security", "enabled");
        }
        if (table.rowSecurityForced() && !stated.rowSecurityForced()) {
            facts.put("forced row security", "enabled");
        }
        for (Column column : table.columns()) {
            column(facts, column, stated);
        }
        return facts;
    }

    private static void column(Map<String, String> facts, Column column, TableAttributes.Columns stated) {
        String of = " of column " + Identifiers.quote(column.name());
        var known = stated.settings().get(column.name());
        var settings = column.settings();
        if (known == null || !known.storage()) {
            put(facts, "storage" + of, settings.storage());
        }
        if (known == null || known.compression() == null) {
            put(facts, "compression" + of, settings.compression());
        }
        if (known == null || known.statistics() == null) {
            put(facts, "statistics" + of, settings.statistics() == null ? null : "" + settings.statistics());
        }
        OptionValues.printed(settings.options()).forEach((name, value) -> {
            if (known == null || !known.options().containsKey(name)) {
                facts.put("option " + name + of, value);
            }
        });
        OptionValues.foreign(settings.foreignOptions()).forEach((name, value) -> {
            if (known == null || !known.options().containsKey(name)) {
                facts.put("foreign option " + Identifiers.quote(name) + of, value);
            }
        });
        if (known == null) {
            put(facts, "identity options" + of, settings.identityOptions());
        }
    }

    /** The attributes that a spec states; {@code default} for those that must not be set. */
    static Map<String, String> stated(Names names, TableSpec table) {
        Map<String, String> facts = new LinkedHashMap<>();
        if (table.unlogged() != null) {
            facts.put("unlogged", table.unlogged() ? "true" : OptionValues.DEFAULT);
        }
        OptionValues.stated(table.options()).forEach((name, value) -> facts.put("option " + name, value));
        if (table.replicaIdentity() != null) {
            facts.put("replica identity", replicaIdentity(table.replicaIdentity()));
        }
        Node inherits = table.inherits();
        if (inherits != null) {
            List<String> parents = parents(inherits).stream()
                    .map(parent -> names.resolve(parent).sql())
                    .toList();
            facts.put("inherits", parents.isEmpty() ? OptionValues.DEFAULT : names(parents));
        }
        plain(facts, "access method", table.accessMethod(), "heap");
        plain(facts, "tablespace", table.tablespace(), "pg_default");
        SourceText of = table.of();
        if (of != null) {
            facts.put(
                    "type",
                    of.text().equals("none")
                            ? OptionValues.DEFAULT
                            : names.resolve(of.text()).sql());
        }
        SourceText clustered = table.clusteredOn();
        if (clustered != null) {
            facts.put("clustered on", clustered.text().equals("none") ? OptionValues.DEFAULT : clustered.text());
        }
        foreign(facts, table.foreign());
        return facts;
    }

    private static void foreign(Map<String, String> facts, @Nullable ForeignSpec foreign) {
        if (foreign != null) {
            plain(facts, "foreign server", foreign.server(), OptionValues.DEFAULT);
            OptionValues.stated(foreign.options())
                    .forEach((name, value) -> facts.put("foreign option " + Identifiers.quote(name), value));
        }
    }

    private static void plain(Map<String, String> facts, String name, @Nullable SourceText value, String standard) {
        if (value != null) {
            facts.put(name, value.text().equals(standard) ? OptionValues.DEFAULT : value.text());
        }
    }

    /** FULL, NOTHING, USING INDEX name, or the default. */
    private static String replicaIdentity(SourceText stated) {
        try {
            List<Token> tokens = SqlLexer.tokens(stated.text());
            if (tokens.size() == 3 && tokens.get(0).is("using")) {
                return "USING INDEX " + Identifiers.quote(tokens.get(2).name());
            }
        } catch (SqlSyntaxException e) {
            // The JSON Schema lets no quotation mark pass that is not closed; PostgreSQL has no such identity.
            return stated.text();
        }
        String word = stated.text().strip().toUpperCase(Locale.ROOT);
        return word.equals("DEFAULT") ? OptionValues.DEFAULT : word;
    }

    private static List<String> parents(Node inherits) {
        List<Node> items = inherits instanceof Node.Sequence sequence ? sequence.items() : List.of(inherits);
        return items.stream()
                .filter(Node.Scalar.class::isInstance)
                .map(each -> ((Node.Scalar) each).value())
                .toList();
    }

    private static String names(List<String> names) {
        return String.join(", ", new TreeSet<>(names));
    }

    private static void options(Map<String, String> facts, List<String> options) {
        OptionValues.printed(options).forEach((name, value) -> facts.put("option " + name, value));
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
