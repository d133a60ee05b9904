package org.pgassay.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.sql.Statements.Kind;
import org.pgassay.sql.Statements.Statement;

/** A script falls into the statements that psql would send. */
class StatementsTest {

    private static List<String> texts(String script) {
        return Statements.of(script).stream().map(Statement::text).toList();
    }

    @Test
    void semicolonsEndStatementsAndEmptyOnesAreLeftOut() {
        assertThat(texts("a; b ;; ; -- c;\n d /* e; */ ;\n/* f */ -- g")).containsExactly("a", "b", "d");
        assertThat(texts("")).isEmpty();
        assertThat(texts("; ;\n;")).isEmpty();
        assertThat(texts("a")).containsExactly("a");
    }

    @Test
    void semicolonsWithinAnythingEndNothing() {
        assertThat(texts("select ';', \";\", $$;$$, $a$;$$;$a$, e'\\';'; b"))
                .containsExactly("select ';', \";\", $$;$$, $a$;$$;$a$, e'\\';'", "b");
        assertThat(
                        texts(
                                "create rule r as on insert to t do also (insert into a values (1); insert into b values (2)); c"))
                .hasSize(2);
    }

    @Test
    void aBodyOfStandardSqlIsPartOfItsStatement() {
        String function = """
                create or replace function f(a int) returns int language sql begin atomic
                  insert into t values (a);
                  select case when a > 0 then case a when 1 then 2 else 3 end else 4 end;
                end""";
        String procedure = "create procedure p() begin atomic select 1; select 2; END";

        assertThat(texts(function + ";\n" + procedure + "; select 1")).containsExactly(function, procedure, "select 1");
    }

    @Test
    void beginOfATransactionIsNoBody() {
        assertThat(texts("begin; select 1; end; begin transaction; commit"))
                .containsExactly("begin", "select 1", "end", "begin transaction", "commit");
        assertThat(texts("begin; create table atomic (a int); commit")).hasSize(3);
    }

    @Test
    void aBodyThatIsNotEndedTakesTheRest() {
        assertThat(texts("create function f() returns int begin atomic select 1; select 2;"))
                .hasSize(1);
    }

    @Test
    void eachStatementKnowsItsLineAndOffset() {
        String script = "-- head\nselect 1;\r\n\r\n  /* two\nlines */ select\n 2;select 3;";

        List<Statement> statements = Statements.of(script);

        assertThat(statements).extracting(Statement::line).containsExactly(2, 5, 6);
        assertThat(statements)
                .allSatisfy(statement ->
                        assertThat(script.substring(statement.offset())).startsWith(statement.text()));
    }

    @Test
    void commandsOfPsqlAreStatementsOfTheirOwn() {
        List<Statement> statements = Statements.of("\\set ON_ERROR_STOP on\nselect 1;\n\\i other.sql\n");

        assertThat(statements).extracting(Statement::kind).containsExactly(Kind.PSQL, Kind.SQL, Kind.PSQL);
        assertThat(statements.get(2).line()).isEqualTo(3);
        assertThat(statements.get(2).text()).isEqualTo("\\i other.sql");
    }

    @Test
    void aSemicolonTooManyClosingParenthesesStillEndsAStatement() {
        assertThat(texts("select 1); select 2")).hasSize(2);
    }

    @Test
    void linesAreCountedUpToTheOffset() {
        assertThat(Statements.lineOf("a\nb\nc", 0)).isEqualTo(1);
        assertThat(Statements.lineOf("a\nb\nc", 2)).isEqualTo(2);
        assertThat(Statements.lineOf("a\r\nb", 3)).isEqualTo(2);
        assertThat(Statements.lineOf("a\nb", 99)).isEqualTo(2);
    }

    @Test
    void aLongScriptIsSplitSoon() {
        assertThat(Statements.of("insert into t values (1, 'x');\n".repeat(50_000)))
                .hasSize(50_000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "copy t from stdin | COPY_IN",
                "COPY s.\"from\" (\"to\", b) FROM STDIN WITH (FORMAT csv) | COPY_IN",
                "copy binary t from stdout | COPY_IN",
                "copy t from stdin where a is distinct from b | COPY_IN",
                "copy t to stdout | COPY_OUT",
                "copy (select a from stdin) to stdout | COPY_OUT",
                "copy t from '/file' where a is distinct from stdin | SQL",
                "copy t from program 'x' | SQL",
                "copy (select a from stdin) to '/file' | SQL",
                "copy | SQL",
                "copy t from | SQL",
                "select a from stdin | SQL",
                "\\copy t from stdin | PSQL"
            })
    void whatACopyTakesOrGivesIsKnown(String statement, Kind kind) {
        assertThat(Statements.of(statement))
                .singleElement()
                .extracting(Statement::kind)
                .isEqualTo(kind);
    }

    @Test
    void rowsBehindCopyBelongToIt() {
        String script = "a;\ncopy t from stdin; -- rows\n'x;\n \\.\n\\.y\n\\.\n-- b\nb;";

        List<Statement> statements = Statements.of(script);

        assertThat(statements).extracting(Statement::text).containsExactly("a", "copy t from stdin", "b");
        assertThat(statements.get(1).rows()).isEqualTo(new InlineRows("'x;\n \\.\n\\.y\n", 30, 3, 45));
        assertThat(script.substring(statements.get(1).end())).isEqualTo("-- b\nb;");
        assertThat(statements.get(2).line()).isEqualTo(8);
        assertThat(statements.get(0).rows()).isNull();
    }

    @Test
    void rowsOfPsqlsOwnCopyAreNoSqlEither() {
        assertThat(texts("\\copy t from stdin csv\nit's\n\\.\nselect 1"))
                .containsExactly("\\copy t from stdin csv", "select 1");
        assertThat(texts("\\copy t from 'file'\nselect 1")).hasSize(2);
    }
}
