package org.pgassay.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** The names that PostgreSQL gives to the sequences of columns are known as such, and others are not. */
class SequenceNameTest {

    private static Catalog catalog(String... sql) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(18);
                Statement statement = database.connection().createStatement()) {
            for (String each : sql) {
                statement.execute(each);
            }
            return CatalogReader.read(database.connection(), List.of("public"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders|id",
                "Übergrößenzuschläge der Kundschaft außerhalb des Geschäftsjahres|laufende_nummer",
                "t|a_column_whose_name_is_as_long_as_a_name_may_be_and_so_is_cut_off",
                "a_table_whose_name_is_as_long_as_a_name_may_be_and_so_is_cut_of|a_column_whose_name_is_as_long_as_a_name_may_be_and_so_is_cut_off",
                "with \"quotes\".and dots|of.a kind"
            })
    void theServersOwnNamesAreUsual(String names) throws SQLException {
        String table = Identifiers.quote(names.split("\\|", -1)[0]);
        String column = Identifiers.quote(names.split("\\|", -1)[1]);
        Catalog catalog = catalog(
                "create table " + table + " (" + column + " bigint generated always as identity)",
                "create table other ()");

        assertThat(catalog.sequences()).hasSize(1).allMatch(Sequence::comesWithColumn);
    }

    @Test
    void aNameThatWasTakenGetsANumber() throws SQLException {
        Catalog catalog = catalog("create view orders_id_seq as select 1 as one", "create table orders (id serial)");

        assertThat(catalog.sequences()).extracting(each -> each.name().name()).containsExactly("orders_id_seq1");
        assertThat(catalog.sequences()).allMatch(Sequence::comesWithColumn);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders_seq", "orders_id_seqs", "orders_id_seq0", "orders_no_seq", "id_seq"})
    void aNameOfOnesOwnIsNot(String name) throws SQLException {
        Catalog catalog = catalog(
                "create table orders (id bigint generated always as identity)",
                "alter sequence orders_id_seq rename to " + name);

        assertThat(catalog.sequences()).hasSize(1).noneMatch(Sequence::comesWithColumn);
    }
}
