package org.pgassay.postgres.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.plan.PlanNode;
import org.pgassay.plan.PlanWords;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** What EXPLAIN prints is read alike on every version. */
class PlanReaderTest {

    private static PlanNode plan(ScratchDatabase database, String sql) throws SQLException {
        try (Statement statement = database.connection().createStatement();
                ResultSet row = statement.executeQuery("explain (format json, verbose) " + sql)) {
            row.next();
            return PlanReader.read(row.getString(1));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void aJoinIsReadWithItsConditions(int major) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major)) {
            database.run("create table a (id int primary key, \"B c\" text); create table b (a_id int, n int)");
            database.run("set enable_nestloop = off; set enable_mergejoin = off");
            PlanNode root = plan(database, "select * from a x join b on b.a_id = x.id where x.\"B c\" = 'q'");

            assertThat(PlanWords.nodes(root)).extracting(PlanNode::type).contains("Hash Join", "Hash", "Seq Scan");
            assertThat(root.details().get("Hash Cond")).isEqualTo("(b.a_id = x.id)");
            assertThat(PlanWords.nodes(root))
                    .filteredOn(node -> "x".equals(node.alias()))
                    .singleElement()
                    .satisfies(node -> assertThat(node.relation()).isEqualTo("a"))
                    .satisfies(node -> assertThat(node.details().get("Schema")).isEqualTo("public"));
            assertThat(PlanWords.nodes(root)).noneMatch(PlanNode::disabled);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 17, 18})
    void aStepThatCouldNotBeAvoidedSaysSo(int major) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major)) {
            database.run("create table a (id int); set enable_seqscan = off; set enable_sort = off");
            PlanNode root = plan(database, "select * from a order by id");

            assertThat(PlanWords.nodes(root)).extracting(PlanNode::disabled).contains(true);
            assertThat(PlanWords.shape(root)).isEqualTo("Sort > Seq Scan on a");
        }
    }

    @Test
    void onlyAPlanIsRead() {
        assertThat(List.of("", "{}", "[]", "[{}]", "nonsense"))
                .allSatisfy(text ->
                        assertThatThrownBy(() -> PlanReader.read(text)).isInstanceOf(IllegalArgumentException.class));
    }
}
