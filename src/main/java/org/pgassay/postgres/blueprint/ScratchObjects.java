package org.pgassay.postgres.blueprint;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Described;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.postgres.blueprint.Scratch.Piece;
import org.pgassay.sql.SqlLexer;
import org.pgassay.sql.Token;

/**
 * Makes the objects that are no tables, in scratch schemas of their own and with the real schemas on the search path, so
 * that what their definitions name are the real objects.
 *
 * <p>An object of its own keeps its name in a scratch schema that stands for its real one; of several with the same name,
 * overloaded functions, each has a schema to itself. A part of a table or view is made on a copy of the real one, whose
 * name and columns are the same. What lives in no schema gets a scratch name.
 */
final class ScratchObjects {

    private static final String OBJECTS = "pgassay_objects_";
    private static final String HOSTS = "pgassay_hosts_";

    private final Scratch scratch;
    private final Catalog actual;
    private final List<PlannedObject> plan;
    private final Map<String, String> realByScratch = new LinkedHashMap<>();
    private final Map<Part, QualifiedName> made = new LinkedHashMap<>();
    private final Map<Part, Described> found = new LinkedHashMap<>();

    private ScratchObjects(Scratch scratch, Catalog actual, List<PlannedObject> plan) {
        this.scratch = scratch;
        this.actual = actual;
        this.plan = plan;
    }

    /**
     * What to do with a piece that PostgreSQL refuses: it is a problem of the spec, or a fault of the database, or, when
     * something is only tried, nothing.
     */
    interface Refusal {
        void of(Piece piece, SQLException error) throws SQLException;
    }

    /** Makes the objects and reads them back, under their real names; those that were refused are left out. */
    static Map<Part, Described> make(Scratch scratch, Catalog actual, List<PlannedObject> plan, Refusal refusal)
            throws SQLException {
        if (plan.isEmpty()) {
            return Map.of();
        }
        ScratchObjects objects = new ScratchObjects(scratch, actual, inOrder(plan));
        objects.names();
        objects.schemas();
        objects.hosts(refusal);
        objects.all(refusal);
        objects.read();
        return objects.found;
    }

    /** Event triggers come last, so that they fire for none of the statements. */
    private static List<PlannedObject> inOrder(List<PlannedObject> plan) {
        return Stream.concat(
                        plan.stream().filter(each -> each.part().kind() != ObjectKind.EVENT_TRIGGER),
                        plan.stream().filter(each -> each.part().kind() == ObjectKind.EVENT_TRIGGER))
                .toList();
    }

    /** Decides on the scratch name of each object. */
    private void names() {
        Map<String, Integer> numbers = new HashMap<>();
        Map<QualifiedName, Integer> overloads = new HashMap<>();
        for (PlannedObject object : plan) {
            Part part = object.part();
            QualifiedName name = part.table();
            int number = numbers.computeIfAbsent(name.schema(), schema -> numbers.size());
            if (name.schema().isEmpty()) {
                made.put(part, new QualifiedName("", "pgassay_object_" + made.size()));
                continue;
            }
            int overload = part.kind().isHosted() ? 0 : overloads.merge(name, 1, Integer::sum) - 1;
            String schema = part.kind().isHosted() ? HOSTS + number : OBJECTS + number + "_" + overload;
            realByScratch.put(schema, name.schema());
            made.put(part, new QualifiedName(schema, name.name()));
        }
    }

    private void schemas() throws SQLException {
        List<String> statements = realByScratch.keySet().stream()
                .map(schema -> "create schema " + schema)
                .toList();
        scratch.execute(String.join(";", statements));
    }

    /** Copies the tables and views that parts belong to. */
    private void hosts(Refusal refusal) throws SQLException {
        Map<QualifiedName, QualifiedName> hosts = new LinkedHashMap<>();
        plan.stream()
                .map(PlannedObject::part)
                .filter(part -> part.kind().isHosted())
                .forEach(part -> hosts.put(part.table(), scratchName(part)));
        List<String> script = new ArrayList<>();
        hosts.forEach((real, copy) -> script.add(host(real, copy)));
        if (script.isEmpty() || scratch.attempt(String.join(";\n", script)) == null) {
            return;
        }
        for (Map.Entry<QualifiedName, QualifiedName> each : hosts.entrySet()) {
            SQLException error = scratch.attempt(host(each.getKey(), each.getValue()));
            if (error != null) {
                for (PlannedObject object : plan) {
                    if (object.part().kind().isHosted() && object.part().table().equals(each.getKey())) {
                        refusal.of(piece(object), error);
                        made.remove(object.part());
                    }
                }
            }
        }
    }

    private String host(QualifiedName real, QualifiedName copy) {
        boolean view = actual.view(real).filter(each -> !each.materialized()).isPresent();
        return view
                ? "create view " + copy.sql() + " as select * from " + real.sql()
                : "create table " + copy.sql() + " (like " + real.sql() + ")";
    }

    private QualifiedName scratchName(Part part) {
        QualifiedName name = made.get(part);
        if (name == null) {
            throw new IllegalStateException("no name was made for " + part);
        }
        return name;
    }

    private Piece piece(PlannedObject object) {
        QualifiedName name = scratchName(object.part());
        String written = name.schema().isEmpty() ? Identifiers.quote(name.name()) : name.sql();
        Ddl.Builder statements = Ddl.builder()
                .add(object.before())
                .add(written)
                .add(object.part().kind() == ObjectKind.TYPE ? besideType(object.after(), name) : object.after());
        object.further()
                .forEach(each ->
                        statements.add("; ").add(each.before()).add(written).add(each.after()));
        Ddl ddl = statements.build();
        return new Piece(object.part(), ddl.sql(), 0, ddl);
    }

    /** A range's multirange type must stand beside the range, or its name would be taken by the real one. */
    private static Ddl besideType(Ddl after, QualifiedName scratchName) {
        List<Token> tokens = SqlLexer.tokens(after.sql());
        for (int i = 0; i + 2 < tokens.size(); i++) {
            if (tokens.get(i).is("multirange_type_name") && tokens.get(i + 1).isSymbol('=')) {
                int last = i + 4 < tokens.size() && tokens.get(i + 3).isSymbol('.') ? i + 4 : i + 2;
                String name =
                        new QualifiedName(scratchName.schema(), tokens.get(last).name()).sql();
                // Where the spec's words stand matters for what follows the name only by a few characters.
                return new Ddl(
                        after.sql().substring(0, tokens.get(i + 2).offset())
                                + name
                                + after.sql().substring(tokens.get(last).end()),
                        after.spans());
            }
        }
        return after;
    }

    private void all(Refusal refusal) throws SQLException {
        List<Piece> pieces = plan.stream()
                .filter(object -> made.containsKey(object.part()))
                .map(this::piece)
                .toList();
        String script = String.join(";\n", pieces.stream().map(Piece::sql).toList());
        if (scratch.attempt(script) == null) {
            return;
        }
        for (Piece piece : pieces) {
            SQLException error = scratch.attempt(piece.sql());
            if (error != null) {
                refusal.of(piece, error);
                made.remove(piece.part());
            }
        }
    }

    private void read() throws SQLException {
        Catalog raw = scratch.read(List.copyOf(realByScratch.keySet()));
        ObjectRenaming renaming = new ObjectRenaming(Renaming.ofScratch(realByScratch));
        made.forEach((part, name) -> {
            Described object = find(raw, part, name)
                    .orElseThrow(() -> new IllegalStateException("what was made of " + part + " cannot be found"));
            found.put(part, renaming.of(part, object));
        });
    }

    private static Optional<? extends Described> find(Catalog raw, Part part, QualifiedName name) {
        return switch (part.kind()) {
            case VIEW, MATERIALIZED_VIEW -> raw.view(name);
            case SEQUENCE -> raw.sequence(name);
            case FUNCTION -> raw.routines(name).stream().findFirst();
            case TYPE -> raw.type(name);
            case COLLATION, STATISTICS, EVENT_TRIGGER, PUBLICATION, FOREIGN_SERVER -> raw.object(part.kind(), name);
            case TRIGGER, POLICY, RULE, INDEX -> ActualObjects.hosted(raw, name, part);
            case SCHEMA, TABLE, COLUMN, CONSTRAINT, EXTENSION, DEFAULT_PRIVILEGES, OTHER ->
                throw new IllegalStateException(part.kind() + " is not made as an object");
        };
    }
}
