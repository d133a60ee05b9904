package org.pgassay.init;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.Namespace;
import org.pgassay.catalog.Table;
import org.pgassay.check.Names;
import org.pgassay.spec.YamlText;
import org.pgassay.spec.YamlText.Fields;
import org.pgassay.spec.YamlText.Value;

/**
 * Writes a spec that pins all that a catalog holds: the first one of a team, to be read and corrected by it.
 *
 * <p>A pure function: the same catalog gives the same text.
 */
public final class SpecWriter {

    private final Catalog catalog;
    private final Catalog qualified;
    private final InitOptions options;
    private final Names names;
    private final RoleWords roles;
    private final int majorVersion;
    private final Proposals proposals;
    private final PartitionsText partitions;

    private SpecWriter(Standing standing, InitOptions options) {
        this.catalog = standing.printed();
        this.qualified = standing.catalog();
        this.options = options;
        this.names = new Names(standing.schemas());
        this.majorVersion = standing.majorVersion();
        this.proposals = new Proposals(standing.catalog(), names, standing.majorVersion());
        this.partitions = new PartitionsText(standing.catalog(), catalog, names, standing.majorVersion());
        this.roles =
                new RoleWords(options.owner() == null ? standing.migrator() : options.owner(), options.application());
    }

    /**
     * The schema that a spec is to be written of.
     *
     * @param schemas in the order of the spec, the first being where unqualified names belong
     * @param catalog with every name qualified
     * @param printed the same with names as short as the {@code search_path} of its schemas allows
     * @param migrator the role that ran the migrations, or that read the database
     * @param majorVersion the server's, such as 18
     */
    public record Standing(List<String> schemas, Catalog catalog, Catalog printed, String migrator, int majorVersion) {}

    /**
     * Writes the spec.
     *
     * @return the files' texts by their names; the first is the spec, the others those that it includes
     */
    public static Map<String, String> write(Standing standing, InitOptions options) {
        return new SpecWriter(standing, options).files();
    }

    private Map<String, String> files() {
        Fields spec = head();
        ObjectsText objects = new ObjectsText(catalog, qualified, names, roles);
        objects.before(spec);
        Map<String, Fields> groups = tables();
        Map<String, String> files = new LinkedHashMap<>();
        String main = options.id() + ".yaml";
        files.put(main, "");
        boolean split = options.split() && groups.size() > 1;
        if (split) {
            groups.forEach((group, tables) -> files.put(
                    file(group, files),
                    "# " + group + "\n" + YamlText.write(new Fields().put("tables", together(Map.of(group, tables))))));
            spec.put("include", YamlText.items(files.keySet().stream().skip(1).toList()));
        } else {
            spec.putUnlessEmpty("tables", together(groups)).comment("tables", "");
        }
        spec.putUnlessEmpty("partitions", partitions.fields()).comment("partitions", "");
        objects.after(spec);
        spec.putUnlessEmpty("rules", proposals.kept()).comment("rules", "\nRules that the schema keeps already.");
        files.put(main, introduction() + YamlText.write(spec) + proposals.comments());
        return files;
    }

    private String introduction() {
        return "# The schema " + options.source() + ", written by pgassay init.\n"
                + "# It pins everything, so that any change fails. Read it, correct what is not meant, add what it should be.\n";
    }

    private static Fields together(Map<String, Fields> groups) {
        Fields all = new Fields();
        groups.forEach((group, tables) -> {
            boolean[] first = {groups.size() > 1};
            tables.values().forEach((name, table) -> {
                all.put(name, table).comment(name, first[0] ? "\n" + group : "");
                first[0] = false;
            });
        });
        return all;
    }

    private static String file(String group, Map<String, String> taken) {
        String stem = group.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_-]+", "-");
        String file = stem + ".yaml";
        for (int i = 2; taken.containsKey(file); i++) {
            file = stem + "-" + i + ".yaml";
        }
        return file;
    }

    private Fields head() {
        Fields head = new Fields().put("spec", options.id());
        Fields postgres = new Fields().onOneLine();
        if (!options.extensions().isEmpty()) {
            postgres.put("extensions", YamlText.items(options.extensions()));
        }
        Fields migrations =
                new Fields().onOneLine().put("runner", options.runner()).put("path", options.migrations());
        Fields given = new Fields()
                .onOneLine()
                .put("owner", options.owner())
                .put("application", options.application())
                .put("setup", options.setup());
        head.putUnlessEmpty("postgres", postgres)
                .put("schemas", schemas())
                .putUnlessEmpty("otherSchemas", others())
                .put("migrations", migrations)
                .putUnlessEmpty("roles", given)
                .put("closed", "all")
                .comment("closed", "Whatever the spec does not name is a failure.");
        return head;
    }

    private Fields others() {
        Fields fields = new Fields();
        catalog.otherSchemas().forEach(schema -> fields.put(schema, "not chosen when this spec was written"));
        return fields;
    }

    /** The schemas as a list, or as a mapping where one has more than a name. */
    private Value schemas() {
        Fields fields = new Fields();
        boolean plain = true;
        for (String schema : names.schemas()) {
            Fields one = new Fields().onOneLine();
            for (Namespace namespace : catalog.namespaces()) {
                if (namespace.name().equals(schema)) {
                    schema(one, namespace);
                }
            }
            fields.put(schema, one);
            plain &= one.isEmpty();
        }
        return plain ? YamlText.items(names.schemas()) : fields;
    }

    /** What initdb gives to the schema public differs by version, and goes without saying. */
    private void schema(Fields fields, Namespace namespace) {
        boolean initial = namespace.name().equals("public");
        String comment = namespace.comment();
        Grant usual = new Grant(Grant.PUBLIC, majorVersion < 15 ? "ALL" : "USAGE", false);
        boolean granted = namespace.grants().stream()
                .filter(grant -> grant.role().equals(Grant.PUBLIC))
                .toList()
                .equals(List.of(usual));
        List<Grant> grants = namespace.grants().stream()
                .filter(grant -> !(initial && granted && grant.equals(usual)))
                .toList();
        Fields stated = roles.grants(grants, List.of());
        if (initial
                && namespace.grants().stream().noneMatch(grant -> grant.role().equals(Grant.PUBLIC))) {
            stated.put("public", YamlText.items(List.of()));
        }
        fields.put("comment", initial && "standard public schema".equals(comment) ? null : comment)
                .putUnlessEmpty("grants", stated);
    }

    private Map<String, Fields> tables() {
        TableText text = new TableText(qualified, names, roles);
        Map<String, Fields> groups = new LinkedHashMap<>();
        Map<String, List<Table>> byGroup = TableGroups.of(catalog);
        byGroup.forEach((group, tables) -> {
            Fields fields = new Fields();
            @Nullable String heading = byGroup.size() > 1 ? group : null;
            tables.stream()
                    .filter(table -> !partitions.stateWhole(table))
                    .forEach(table -> fields.put(SpecNames.key(names, table.name()), text.of(table, heading)));
            if (!fields.isEmpty()) {
                groups.put(group, fields);
            }
        });
        return groups;
    }
}
