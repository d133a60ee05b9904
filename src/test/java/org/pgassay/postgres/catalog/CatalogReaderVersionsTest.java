package org.pgassay.postgres.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.catalog.Catalog;
import org.pgassay.catalog.Column;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.Index;
import org.pgassay.catalog.Table;

/** What only some versions of PostgreSQL have. */
class CatalogReaderVersionsTest {

    @ParameterizedTest
    @ValueSource(ints = {15, 18})
    void readsWhatCameWith15(int major) throws SQLException {
        Table table = read(major, """
                        create table a (id int, tenant int, primary key (tenant, id));
                        create table b (
                            id int, tenant int, constraint uq unique nulls not distinct (id),
                            constraint fk foreign key (tenant, id) references a on delete set null (id))""").tables().get(1);

        Constraint key = table.constraint("fk").orElseThrow();
        assertThat(key.columns()).containsExactly("tenant", "id");
        assertThat(key.foreignKey()).isNotNull().satisfies(far -> {
            assertThat(far.columns()).containsExactly("tenant", "id");
            assertThat(far.onDeleteColumns()).containsExactly("id");
        });
        Index unique = table.index("uq").orElseThrow();
        assertThat(unique.nullsNotDistinct()).isTrue();
        assertThat(unique.definition()).isEqualTo("btree (id) NULLS NOT DISTINCT");
    }

    @Test
    void readsWhatCameWith18() throws SQLException {
        Table table = read(18, """
                        create extension btree_gist;
                        create table a (
                            id int, span daterange, plain int not null, twice int generated always as (plain * 2),
                            constraint pk primary key (id, span without overlaps),
                            constraint ck check (plain > 0) not enforced)""").tables().get(0);

        assertThat(table.column("twice").orElseThrow().generated()).isEqualTo(Column.Generated.VIRTUAL);
        assertThat(table.column("twice").orElseThrow().defaultExpression()).isEqualTo("(plain * 2)");
        assertThat(table.column("plain").orElseThrow().notNull()).isTrue();
        assertThat(table.constraints()).extracting(Constraint::name).containsExactly("ck", "pk");
        assertThat(table.constraint("ck").orElseThrow().enforced()).isFalse();
        assertThat(table.constraint("pk").orElseThrow().definition())
                .isEqualTo("PRIMARY KEY (id, span WITHOUT OVERLAPS)");
        assertThat(table.constraint("pk").orElseThrow().enforced()).isTrue();
        assertThat(table.index("pk").orElseThrow().secondary()).isFalse();
    }

    @Test
    void aNotNullThatIsNotValidIsAnUnvalidatedCheck() throws SQLException {
        String ddl = "create table a (x int, y int not null); insert into a values (null, 1);"
                + " alter table a add constraint nn not null x not valid";

        Table unproven = read(18, ddl).tables().get(0);
        assertThat(unproven.column("x").orElseThrow().notNull()).isFalse();
        assertThat(unproven.column("y").orElseThrow().notNull()).isTrue();
        assertThat(unproven.constraints()).singleElement().satisfies(check -> {
            assertThat(check.type()).isEqualTo(Constraint.Type.CHECK);
            assertThat(check.columns()).containsExactly("x");
            assertThat(check.definition()).isEqualTo("NOT NULL x NOT VALID");
            assertThat(check.validated()).isFalse();
        });

        Table proven = read(18, ddl + "; delete from a; alter table a validate constraint nn")
                .tables()
                .get(0);
        assertThat(proven.column("x").orElseThrow().notNull()).isTrue();
        assertThat(proven.constraints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void aViewOfOneTablePrintsItsColumnsQualifiedBefore16(int major) throws SQLException {
        Catalog catalog = read(major, "create table a (x int); create view v as select x from a");

        assertThat(catalog.views().get(0).definition())
                .isEqualTo(major < 16 ? " SELECT a.x\n   FROM public.a;" : " SELECT x\n   FROM public.a;");
    }

    private static Catalog read(int major, String ddl) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major)) {
            return CatalogReader.read(database.run(ddl).connection(), List.of("public"));
        }
    }
}
