package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pgassay.report.ReportFormat;

/** Names that would do harm if they were not quoted or escaped. */
class HostileNamesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String INJECTION = "\"; drop table x; --";

    @Test
    void theyPassThroughSqlAndEveryReportUnharmed(@TempDir Path folder) {
        Report report = new Trial(folder)
                .migration("1.sql", """
                        create table x (id int primary key);
                        create table "<script>alert(1)</script>" (
                          "<b>" int constraint "<i>" primary key, "a.b" text default '|');
                        create table \"""; drop table x; --" (
                          id int primary key references "<script>alert(1)</script> ("<b>"));
                        create index "`; --" on \"""; drop table x; --" (id desc);
                        """.replace("</script> (\"<b>\")", "</script>\" (\"<b>\")"))
                .verify("""
                        closed: tables
                        tables:
                          x: {columns: {id: int primary key}, closed: all}
                          <script>alert(1)</script>:
                            columns: {<b>: int not null, a.b: "text default '|'"}
                            constraints: {<i>: 'primary key ("<b>")'}
                            closed: all
                          '"; drop table x; --':
                            columns: {id: 'int primary key references "<script>alert(1)</script>" ("<b>")'}
                            indexes: {'`; --': (id desc)}
                            closed: all
                        """);

        assertThat(Trial.failures(report)).isEmpty();
        assertThat(report.totals()).containsEntry("tables", 3L);
        assertThat(report.results().stream().map(result -> result.finding().subject()))
                .contains("\"" + SCRIPT + "\"", "\"\"\"; drop table x; --\".id");
        for (ReportFormat format : List.of(ReportFormat.HTML, ReportFormat.MD)) {
            assertThat(format.render(report)).doesNotContain("<script>alert");
        }
        assertThat(ReportFormat.JSON.render(report)).contains(INJECTION.replace("\"", "\\\""));
    }

    @Test
    void aFragmentCannotSmuggleInAStatement(@TempDir Path folder) {
        Trial trial = new Trial(folder).migration("1.sql", "create table t (id int)");

        assertThatThrownBy(() -> trial.verify("tables: {t: {columns: {id: 'int); drop table t; --'}}}"))
                .hasMessageContaining("')' does not belong in a definition");
        assertThatThrownBy(() -> trial.verify("tables: {t: {indexes: {i: '(id); drop table t'}}}"))
                .hasMessageContaining("';' does not belong in a definition");
    }
}
