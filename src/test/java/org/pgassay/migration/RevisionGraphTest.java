package org.pgassay.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.migration.alembic.AlembicFiles;

/** What can be wrong with a graph is found and named, whatever else is wrong with it. */
class RevisionGraphTest {

    /** superinsight's history: 28 revisions, of which the last one merges ten. */
    private static final String SUPERINSIGHT = """
            000_core_tables <- ; 001_add_multi_tenant_support <- ; add_business_logic_001 <- ; d01fd5049733 <- ;
            20260113_security <- ; 20260113_mtw <- ; text_to_sql_001 <- ; sync_pipeline_001 <- ;
            security_001 <- d01fd5049733 ; sync_001 <- security_001 ; version_lineage_001 <- sync_001 ;
            version_lineage_002 <- version_lineage_001 ; 001_add_tenant_id_fields <- add_business_logic_001 ;
            002_optimize_tenant_indexes <- 001_add_tenant_id_fields ;
            2f6b0cbeb30c <- 001_add_multi_tenant_support 002_optimize_tenant_indexes add_business_logic_001 sync_001 ;
            003_add_workspace_columns <- 2f6b0cbeb30c ; 004_extend_audit_tables <- 003_add_workspace_columns ;
            005 <- 004_extend_audit_tables ; 006_add_rbac_tables <- 005 ; 006_add_sensitivity_policies <- 005 ;
            007 <- 006_add_sensitivity_policies ; cf61a2f229a1 <- 004_extend_audit_tables ; 008 <- 2f6b0cbeb30c ;
            009 <- 008 ; 010 <- 009 ; 011 <- 010 ; 012 <- 011 ;
            merge <- 000_core_tables 006_add_rbac_tables 007 012 20260113_security 20260113_mtw sync_pipeline_001
              text_to_sql_001 cf61a2f229a1 version_lineage_002
            """;

    private static RevisionGraph graph(String text) {
        List<Revision> revisions = new ArrayList<>();
        for (String part : text.strip().split("\\s*;\\s*", -1)) {
            String[] sides = part.split("<-", -1);
            String[] needs = sides[1].split("\\+", -1);
            revisions.add(new Revision(
                    sides[0].strip(),
                    Path.of("versions", revisions.size() + ".py"),
                    3,
                    null,
                    words(needs[0]),
                    needs.length > 1 ? words(needs[1]) : List.of(),
                    List.of(),
                    "",
                    ""));
        }
        return new RevisionGraph(revisions);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static List<String> faults(String text) {
        return graph(text).faults().stream()
                .map(fault -> fault.kind().word() + " " + fault.subject())
                .toList();
    }

    private static Fault first(String text) {
        return graph(text).faults().get(0);
    }

    @Test
    void aSoundGraphHasNoFault() {
        assertThat(faults("a <- ; b <- a ; c <- a ; d <- b c")).isEmpty();
    }

    @Test
    void aMissingParentIsNamedWithTheOneThatIsMostLikeIt() {
        assertThat(first("a1 <- ; b <- a").message())
                .contains("b (versions/1.py:3) follows a,", "a1 (versions/0.py:3)");
        assertThat(faults("a <- ; b <- x ; c <- b ; d <- a")).containsExactly("missing-parent b", "unreachable c");
        assertThat(faults("a <- ; b <- a + x")).containsExactly("missing-parent b");
    }

    @Test
    void aCircleIsListedWhole() {
        Fault circle = first("r <- ; a <- r c ; b <- a ; c <- b ; d <- c");
        assertThat(circle.revisions()).extracting(Revision::id).containsExactlyInAnyOrder("a", "b", "c");
        assertThat(circle.message())
                .contains("a (versions/1.py:3) follows c (versions/3.py:3) follows b (versions/2.py:3) follows a.");
        assertThat(faults("a <- a")).containsExactly("cycle a");
        assertThat(faults("a <- + b ; b <- a")).containsExactly("cycle a");
        assertThat(faults("a <- b ; b <- a ; c <- d ; d <- c")).containsExactlyInAnyOrder("cycle a", "cycle c");
    }

    @Test
    void anIdOfTwoFilesNamesBoth() {
        assertThat(first("a <- ; a <- ").message()).contains("a (versions/0.py:3), a (versions/1.py:3)");
    }

    @Test
    void whatRestsOnAFaultIsUnreachable() {
        assertThat(faults("r <- ; a <- b ; b <- a ; c <- b r ; d <- c"))
                .containsExactlyInAnyOrder("cycle a", "unreachable c", "unreachable d");
    }

    @Test
    void redundantParentsAndDependenciesAreFound() {
        assertThat(faults("a <- ; b <- a ; c <- a b")).containsExactly("redundant-parent c");
        assertThat(faults("a <- ; b <- a ; c <- b + a")).containsExactly("redundant-parent c");
        assertThat(faults("a <- ; b <- a a")).containsExactly("redundant-parent b");
        // Left out, a would be a second head: b only needs it.
        assertThat(faults("a <- ; b <- + a ; c <- a b")).isEmpty();
        Fault fault = graph(SUPERINSIGHT).faults().get(0);
        assertThat(fault.revisions())
                .extracting(Revision::id)
                .containsExactly("2f6b0cbeb30c", "add_business_logic_001", "002_optimize_tenant_indexes");
    }

    @Test
    void headsAndRootsAreHeldAgainstTheirNumbers() {
        RevisionGraph graph = graph("a <- ; b <- a ; c <- a");
        assertThat(graph.faults(1, 1)).extracting(Fault::kind).containsExactly(Fault.Kind.HEADS);
        assertThat(graph.faults(2, 1)).isEmpty();
        assertThat(graph.faults(2, 2)).extracting(Fault::kind).containsExactly(Fault.Kind.ROOTS);
        assertThat(graph.headsFault(1).orElseThrow().message()).contains("b (versions/1.py:3)", "c (versions/2.py:3)");
    }

    @Test
    void theHistoryOfSuperinsightHasOneFault() {
        RevisionGraph graph = graph(SUPERINSIGHT);

        assertThat(graph.revisions()).hasSize(28);
        assertThat(graph.order()).hasSize(28);
        assertThat(faults(SUPERINSIGHT)).containsExactly("redundant-parent 2f6b0cbeb30c");
        assertThat(graph.faults(1, 8)).hasSize(1);
        assertThat(graph.branches()).extracting(Branch::name).contains("012", "007", "version_lineage_002", "merge");
        assertThat(graph.withAncestors(List.of("sync_001")))
                .containsExactly("d01fd5049733", "security_001", "sync_001");
    }

    @Test
    @Timeout(30)
    void fiveThousandRevisionsAreNoTrouble(@TempDir Path folder) throws IOException {
        for (int i = 0; i < 5000; i++) {
            String down = i == 0
                    ? "None"
                    : i % 7 == 0 && i > 9 ? "('r" + (i - 1) + "', 'r" + (i - 8) + "')" : "'r" + (i - 1) + "'";
            Files.writeString(
                    folder.resolve("r" + i + ".py"),
                    "\"\"\"Step " + i + "\"\"\"\nfrom alembic import op\n\nrevision = 'r" + i + "'\ndown_revision = "
                            + down
                            + "\n\n\ndef upgrade():\n    op.execute('select 1')\n\n\ndef downgrade():\n    pass\n");
        }
        long start = System.nanoTime();
        RevisionGraph graph = AlembicFiles.read(folder);
        List<Fault> faults = graph.faults(1, 1);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertThat(graph.order()).hasSize(5000);
        assertThat(faults).hasSize(713).allMatch(fault -> fault.kind() == Fault.Kind.REDUNDANT_PARENT);
        // Four times what it takes in a new JVM: the bound is for a machine that does other things too.
        assertThat(took).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void theNumberOfPathsMakesNoDifference() {
        StringBuilder text = new StringBuilder("a0 <- ; b0 <- ");
        for (int i = 1; i < 400; i++) {
            text.append(
                    " ; a" + i + " <- a" + (i - 1) + " b" + (i - 1) + " ; b" + i + " <- a" + (i - 1) + " b" + (i - 1));
        }
        long start = System.nanoTime();
        assertThat(faults(text.toString())).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void aLockSeesWhatWasEditedAndNeverForgets(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("1.sql"), "select 1;\n");
        Files.writeString(folder.resolve("2.sql"), "select 2;\n");
        RevisionGraph graph = RevisionGraph.linear(SqlFolder.read(folder));
        Files.writeString(folder.resolve(RevisionLock.NAME), RevisionLock.text(Optional.empty(), graph));
        assertThat(RevisionLock.in(folder).orElseThrow().faults(graph)).isEmpty();

        Files.writeString(folder.resolve("1.sql"), "\uFEFFselect 1;\r\n");
        assertThat(edited(folder)).as("line ends").isEmpty();
        Files.writeString(folder.resolve("1.sql"), "select 3;\n");
        Files.delete(folder.resolve("2.sql"));
        Files.writeString(folder.resolve("4.sql"), "select 4;\n");
        assertThat(edited(folder)).containsExactly("1", "2");

        RevisionGraph now = RevisionGraph.linear(SqlFolder.read(folder));
        Files.writeString(folder.resolve(RevisionLock.NAME), RevisionLock.text(RevisionLock.in(folder), now));
        assertThat(edited(folder)).as("locking again hides no edit").containsExactly("1", "2");
    }

    private static List<String> edited(Path folder) throws IOException {
        RevisionGraph graph = RevisionGraph.linear(SqlFolder.read(folder));
        return RevisionLock.in(folder).orElseThrow().faults(graph).stream()
                .map(Fault::subject)
                .toList();
    }

    @Test
    void aBrokenLockIsRefusedAtItsLine(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve(RevisionLock.NAME), "# head\nnot a lock\n");

        assertThatThrownBy(() -> RevisionLock.in(folder))
                .hasMessageContaining("revisions.lock:2: this is no line of a lock");
    }
}
