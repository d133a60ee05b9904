package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.check.Verdict;

/** Specs whose migrations the real Alembic applies. */
class AlembicTest {

    private static final String SPEC = """
            spec: trial
            migrations: {runner: alembic, path: project%s}
            roles: {owner: trial_owner}
            tables:
              a: {columns: {id: integer primary key}}
            """;

    @TempDir
    Path folder = Path.of("");

    private Trial trial() {
        return new Trial(folder);
    }

    @Test
    void theRealAlembicAppliesWhatTheSpecStates() {
        Trial trial = trial();
        new AlembicProject(trial)
                .table("001", "None", "a")
                .table("002", "\"001\"", "b")
                .table("003", "\"001\"", "c")
                .revision("004", "(\"002\", \"003\")", "pass", "pass");

        Report report = trial.verify(SPEC.formatted(""));

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(Trial.finding(report, "migration/applies", "004").verdict()).isEqualTo(Verdict.PASSED);
    }

    @Test
    void aStatementThatFailsIsNamedWithItsRevisionFileAndLine() {
        Trial trial = trial();
        new AlembicProject(trial)
                .table("001", "None", "a")
                .revision("002", "\"001\"", "op.execute(\"alter table nowhere add x int\")", "pass")
                .table("003", "\"002\"", "c");

        Report report = trial.verify(SPEC.formatted(""));

        assertThat(Trial.finding(report, "migration/applies", "002").message())
                .contains("002.py:10")
                .contains("UndefinedTable: relation \"nowhere\" does not exist");
    }

    @Test
    void anAlembicThatIsNotInstalledLeavesItUnverified() {
        Trial trial = trial();
        new AlembicProject(trial).table("001", "None", "a");

        Report report = trial.verify(SPEC.formatted(", command: no-such-alembic"));

        assertThat(report.verdict()).isEqualTo(Report.Overall.INCOMPLETE);
        assertThat(report.results()).allSatisfy(result -> assertThat(result.finding().message())
                .contains("no-such-alembic")
                .contains("Install it"));
    }
}
