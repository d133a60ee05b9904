package org.pgassay.postgres.blueprint;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.ForeignKey;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;

/** Puts the real schemas' names in the place of the scratch schemas', in names and in what PostgreSQL printed. */
final class Renaming {

    private final Map<String, String> schemaByScratch;

    private Renaming(Map<String, String> schemaByScratch) {
        this.schemaByScratch = schemaByScratch;
    }

    static Renaming of(Map<String, String> scratchBySchema) {
        Map<String, String> reversed = new LinkedHashMap<>();
        scratchBySchema.forEach((schema, scratch) -> reversed.put(scratch, schema));
        return new Renaming(reversed);
    }

    /** A renaming in which several scratch schemas may stand for one. */
    static Renaming ofScratch(Map<String, String> schemaByScratch) {
        return new Renaming(schemaByScratch);
    }

    /** The tables of the catalog under their real names; the other kinds of object are left out. */
    Catalog apply(Catalog raw) {
        List<Table> tables = raw.tables().stream().map(this::table).toList();
        return Catalog.ofTables(tables);
    }

    private Table table(Table raw) {
        return new Table(
                name(raw.name()),
                raw.kind(),
                raw.owner(),
                raw.unlogged(),
                raw.rowSecurity(),
                raw.rowSecurityForced(),
                null,
                null,
                null,
                List.of(),
                raw.columns().stream().map(this::column).toList(),
                raw.constraints().stream().map(this::constraint).toList(),
                raw.indexes().stream().map(this::index).toList(),
                List.of(),
                List.of(),
                List.of(),
                raw.settings(),
                List.of(),
                raw.comment());
    }

    Column column(Column raw) {
        return new Column(
                raw.name(),
                text(raw.type()),
                nullable(raw.collation()),
                raw.notNull(),
                nullable(raw.defaultExpression()),
                raw.identity(),
                raw.generated(),
                raw.inherited(),
                raw.settings(),
                List.of(),
                raw.comment());
    }

    private Constraint constraint(Constraint raw) {
        ForeignKey far = raw.foreignKey();
        ForeignKey renamed = far == null
                ? null
                : new ForeignKey(
                        name(far.table()),
                        far.columns(),
                        far.onDelete(),
                        far.onUpdate(),
                        far.match(),
                        far.onDeleteColumns());
        return new Constraint(
                raw.name(),
                raw.type(),
                raw.columns(),
                text(raw.definition()),
                raw.validated(),
                raw.enforced(),
                raw.deferrable(),
                raw.initiallyDeferred(),
                renamed,
                raw.inherited(),
                raw.comment());
    }

    Index index(Index raw) {
        return new Index(
                raw.name(),
                raw.method(),
                raw.unique(),
                raw.nullsNotDistinct(),
                raw.constraint(),
                raw.valid(),
                raw.keys().stream()
                        .map(key -> new Index.Key(key.column(), text(key.sql()), key.descending(), key.nullsFirst()))
                        .toList(),
                raw.included(),
                nullable(raw.predicate()),
                text(raw.definition()),
                raw.statistics(),
                raw.comment());
    }

    QualifiedName name(QualifiedName raw) {
        return new QualifiedName(schemaByScratch.getOrDefault(raw.schema(), raw.schema()), raw.name());
    }

    @Nullable
    String nullable(@Nullable String printed) {
        return printed == null ? null : text(printed);
    }

    /** The scratch names are like no others, so that they can be replaced in the text. */
    String text(String printed) {
        String text = printed;
        for (Map.Entry<String, String> entry : schemaByScratch.entrySet()) {
            text = text.replace(entry.getKey() + ".", Identifiers.quote(entry.getValue()) + ".");
        }
        return text;
    }
}
