package org.pgassay.init;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.DefaultPrivileges;
import org.pgassay.catalog.Extension;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Routine;
import org.pgassay.catalog.Sequence;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.UserType;
import org.pgassay.catalog.View;
import org.pgassay.check.Names;
import org.pgassay.spec.YamlText.Fields;
import org.pgassay.spec.YamlText.Items;
import org.pgassay.spec.YamlText.Text;
import org.pgassay.spec.YamlText.Value;

/** Writes the sections of all objects that are not tables. */
final class ObjectsText {

    private static final List<ObjectKind> OWNED = List.of(ObjectKind.COLLATION, ObjectKind.STATISTICS);

    private final Catalog catalog;
    private final Catalog qualified;
    private final Names names;
    private final RoleWords roles;

    /**
     * Takes what to write.
     *
     * @param catalog with names as short as they can be
     * @param qualified the same with every name qualified, for what is compared as text
     */
    ObjectsText(Catalog catalog, Catalog qualified, Names names, RoleWords roles) {
        this.catalog = catalog;
        this.qualified = qualified;
        this.names = names;
        this.roles = roles;
    }

    /** What tables are made of. */
    void before(Fields spec) {
        put(spec, "extensions", extensions());
        objects(spec, ObjectKind.COLLATION);
        put(spec, "types", types());
        put(spec, "sequences", sequences());
        objects(spec, ObjectKind.FOREIGN_SERVER);
    }

    /** What is made of tables. */
    void after(Fields spec) {
        put(spec, "views", views(false));
        put(spec, "materializedViews", views(true));
        objects(spec, ObjectKind.STATISTICS);
        put(spec, "functions", functions());
        objects(spec, ObjectKind.EVENT_TRIGGER);
        objects(spec, ObjectKind.PUBLICATION);
        objects(spec, ObjectKind.OTHER);
        put(spec, "owners", owners());
        List<Value> defaults = defaultPrivileges();
        if (!defaults.isEmpty()) {
            spec.put("defaultPrivileges", new Items(defaults)).comment("defaultPrivileges", "");
        }
    }

    private static void put(Fields spec, String key, Fields section) {
        spec.putUnlessEmpty(key, section).comment(key, "");
    }

    private Fields extensions() {
        Fields fields = new Fields();
        for (Extension extension : catalog.extensions()) {
            // plpgsql stands in every database from the start.
            if (!extension.name().equals("plpgsql")) {
                fields.put(
                        extension.name(),
                        new Fields()
                                .onOneLine()
                                // The server brings it: a later one has a later version.
                                .put("version", ">=" + extension.version())
                                .put("schema", extension.schema()));
            }
        }
        return fields;
    }

    private Fields types() {
        Fields fields = new Fields();
        for (UserType type : catalog.types()) {
            fields.put(SpecNames.key(names, type.name()), type(type));
        }
        return fields;
    }

    private Value type(UserType type) {
        Fields parts = new Fields();
        type.parts().stream()
                .filter(part -> part.comment() != null)
                .forEach(part -> parts.put(part.name(), new Fields().onOneLine().put("comment", part.comment())));
        Fields grants = usuallyPublic(type.grants());
        return parts.isEmpty()
                ? object(ObjectText.type(type), type.comment(), grants)
                : new Fields()
                        .put("is", ObjectText.type(type))
                        .put("comment", type.comment())
                        .put(type.kind() == UserType.Kind.COMPOSITE ? "attributes" : "constraints", parts)
                        .putUnlessEmpty("grants", grants);
    }

    private Fields sequences() {
        Fields fields = new Fields();
        for (Sequence sequence : catalog.sequences()) {
            if (!sequence.comesWithColumn()
                    || sequence.comment() != null
                    || !sequence.grants().isEmpty()) {
                fields.put(
                        SpecNames.key(names, sequence.name()),
                        object(ObjectText.sequence(sequence), sequence.comment(), roles.grants(sequence.grants())));
            }
        }
        return fields;
    }

    private Fields views(boolean materialized) {
        Fields fields = new Fields();
        for (View view : catalog.views()) {
            if (view.materialized() == materialized) {
                fields.put(SpecNames.key(names, view.name()), view(view));
            }
        }
        return fields;
    }

    private Value view(View view) {
        Fields indexes = new Fields();
        for (Index index : view.indexes()) {
            indexes.put(index.name(), TableText.indexPart(index));
        }
        Fields columns = new Fields();
        view.columns().forEach(column -> {
            Fields one = new Fields()
                    .onOneLine()
                    .put("default", column.defaultExpression())
                    .put("comment", column.comment());
            if (!one.isEmpty()) {
                columns.put(column.name(), one);
            }
        });
        Fields fields = new Fields()
                .put("is", ObjectText.view(view))
                .put("comment", view.comment())
                .putUnlessEmpty("columns", columns)
                .putUnlessEmpty("indexes", indexes)
                .putUnlessEmpty("triggers", ObjectText.triggers(view.triggers()))
                .putUnlessEmpty("rules", ObjectText.rules(view.rules()))
                .putUnlessEmpty("grants", roles.grants(view.owner(), view.grants(), view.columns()));
        return fields.values().size() == 1 ? new Text(ObjectText.view(view)) : fields;
    }

    private Fields functions() {
        Fields fields = new Fields();
        for (Routine routine : catalog.routines()) {
            Fields one = ObjectText.routine(routine)
                    .put("comment", routine.comment())
                    .putUnlessEmpty("grants", usuallyPublic(routine.grants()));
            Value only = one.values().size() == 1 ? one.values().get("is") : null;
            fields.put(ObjectText.signature(routine, names), only == null ? one : only);
        }
        return fields;
    }

    /** The privileges on what PostgreSQL grants to everybody: that goes without saying, but not that it was revoked. */
    private Fields usuallyPublic(List<Grant> grants) {
        Fields fields = roles.grants(withoutUsual(grants));
        boolean revoked = grants.stream().noneMatch(grant -> grant.role().equals(Grant.PUBLIC));
        return revoked ? fields.put("public", new Items(List.of())) : fields;
    }

    /** What PostgreSQL grants to everybody by itself goes without saying, as long as it is there. */
    private static List<Grant> withoutUsual(List<Grant> grants) {
        boolean usual = grants.stream()
                .filter(grant -> grant.role().equals(Grant.PUBLIC))
                .allMatch(grant -> grant.privilege().equals("ALL") && !grant.grantable());
        return usual
                ? grants.stream()
                        .filter(grant -> !grant.role().equals(Grant.PUBLIC))
                        .toList()
                : grants;
    }

    private void objects(Fields spec, ObjectKind kind) {
        Fields fields = new Fields();
        Catalog source = kind == ObjectKind.OTHER ? qualified : catalog;
        for (DatabaseObject object : source.objects()) {
            if (object.kind() == kind) {
                String schema = object.schema();
                String key = schema == null || kind == ObjectKind.OTHER
                        ? object.name()
                        : SpecNames.key(names, new QualifiedName(schema, object.name()));
                boolean usual = kind == ObjectKind.OTHER
                        && (object.name().startsWith("type ") || object.name().startsWith("language "));
                Fields grants = usual ? usuallyPublic(object.grants()) : roles.grants(object.grants());
                Trigger.Enabled enabled = object.enabled();
                fields.put(
                        key,
                        enabled == null || enabled == Trigger.Enabled.ORIGIN
                                ? object(ObjectText.object(object), object.comment(), grants)
                                : new Fields()
                                        .put("is", ObjectText.object(object))
                                        .put("enabled", ObjectText.enabled(enabled))
                                        .put("comment", object.comment()));
            }
        }
        put(spec, kind.plural(), fields);
    }

    private static Value object(String is, @Nullable String comment, Fields grants) {
        Value part = TableText.part(is, comment);
        if (grants.isEmpty()) {
            return part;
        }
        return new Fields().put("is", is).put("comment", comment).put("grants", grants);
    }

    /** Says so where everybody lacks what PostgreSQL grants by itself. */
    private static Fields ofEverybody(Fields grants, DefaultPrivileges each) {
        boolean usual = each.schema() == null
                && List.of("FUNCTIONS", "TYPES").contains(each.objects())
                && each.grants().stream().noneMatch(grant -> grant.role().equals(Grant.PUBLIC));
        return usual ? grants.put("public", new Items(List.of())) : grants;
    }

    private List<Value> defaultPrivileges() {
        List<Value> entries = new ArrayList<>();
        for (DefaultPrivileges each : catalog.defaultPrivileges()) {
            entries.add(new Fields()
                    .onOneLine()
                    .put("for", roles.of(each.role()))
                    .put("in", each.schema())
                    .put("on", each.objects().toLowerCase(java.util.Locale.ROOT))
                    .put("grants", ofEverybody(roles.grants(each.grants()), each)));
        }
        return entries;
    }

    /** One pattern for the role that owns most, and each exception by its name. */
    private Fields owners() {
        Map<String, String> owners = new LinkedHashMap<>();
        catalog.tables().stream()
                .filter(table -> table.partitionOf() == null)
                .forEach(table -> owners.put("table " + names.subject(table.name()), table.owner()));
        catalog.views()
                .forEach(view -> owners.put(
                        (view.materialized() ? "materialized view " : "view ") + names.subject(view.name()),
                        view.owner()));
        catalog.sequences().stream()
                .filter(sequence -> sequence.ownedBy() == null)
                .forEach(sequence -> owners.put("sequence " + names.subject(sequence.name()), sequence.owner()));
        // A report names the types of arguments with their schemas.
        qualified
                .routines()
                .forEach(routine -> owners.put("function " + ObjectText.subject(routine, names), routine.owner()));
        catalog.types().forEach(type -> owners.put("type " + names.subject(type.name()), type.owner()));
        // Who owns the schema public is initdb's affair, and differs by version.
        catalog.namespaces().stream()
                .filter(schema -> !schema.name().equals("public")
                        || !List.of("pg_database_owner", "postgres").contains(schema.owner()))
                .forEach(schema -> owners.put("schema " + Identifiers.quote(schema.name()), schema.owner()));
        qualified.objects().forEach(object -> {
            String owner = object.owner();
            if (owner != null) {
                String schema = object.schema();
                String name = schema != null && OWNED.contains(object.kind())
                        ? names.subject(new QualifiedName(schema, object.name()))
                        : object.name();
                owners.put(object.kind().word() + " " + name, owner);
            }
        });
        return exceptions(owners);
    }

    /** A name as a pattern: an asterisk in it stands for itself alone. */
    private static String pattern(String object) {
        return object.replace('*', '?');
    }

    private Fields exceptions(Map<String, String> owners) {
        Map<String, Integer> counts = new HashMap<>();
        owners.values().forEach(owner -> counts.merge(owner, 1, Integer::sum));
        String most = counts.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(roles.owner());
        Fields fields = new Fields();
        if (counts.size() > 1 || !most.equals(roles.owner())) {
            fields.put("*", roles.of(most));
        }
        owners.forEach((object, owner) -> fields.put(pattern(object), owner.equals(most) ? null : roles.of(owner)));
        return fields;
    }
}
