package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.check.Check;
import org.pgassay.check.Finding;
import org.pgassay.check.ObjectRef;
import org.pgassay.check.Verdict;
import org.pgassay.check.rule.RuleFamily;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;
import org.pgassay.spec.SpecException;

/** What a spec can say of a rule: where it holds, what it excepts, how grave a breach is. */
class RulesTest {

    private static final String TWO = """
            create table notes (note text);
            create table audit_log (entry text);
            create table orders (id bigint primary key);
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private Report verify(String sql, String yaml) {
        return new Trial(folder).migration("001.sql", sql).verify(yaml);
    }

    @Test
    void aRuleNamesWhatBreaksIt() {
        Report report = verify(TWO, "rules: {primary-key-required: true}");

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED rule/primary-key-required audit_log", "FAILED rule/primary-key-required notes");
    }

    @Test
    void aRuleThatHoldsSaysHowManyItLookedAt() {
        Report report = verify(TWO, "rules: {no-money: true}");

        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(Trial.finding(report, "rule/no-money", "no-money").examined())
                .isEqualTo(3);
    }

    @Test
    void aRuleThatFindsNothingToLookAtIsVacuous() {
        Report report = verify(TWO, "rules: {foreign-keys-indexed: true}");

        assertThat(report.verdict()).isEqualTo(Report.Overall.REJECTED);
        assertThat(Trial.failures(report)).containsExactly("VACUOUS rule/foreign-keys-indexed foreign-keys-indexed");
    }

    @Test
    void aSelectedTableBringsWhatBelongsToIt() {
        Report report = verify(
                "create table a (x money); create table b (y money); create table audit_a (z money);",
                "rules: {no-money: {on: [\"audit_*\", b.y]}}");

        assertThat(Trial.failures(report))
                .containsExactly("FAILED rule/no-money audit_a.z", "FAILED rule/no-money b.y");
    }

    @Test
    void aPatternThatSelectsNothingIsVacuousEvenBesideOneThatDoes() {
        Report report = verify(TWO, "rules: {no-money: {on: [orders, \"oders*\"]}}");

        assertThat(Trial.failures(report)).containsExactly("VACUOUS rule/no-money no-money on oders*");
    }

    @Test
    void anExceptionIsListedWithItsReason() {
        Report report =
                verify(TWO, "rules: {primary-key-required: {except: {notes: scratch, \"audit_*\": append-only}}}");

        Finding finding = Trial.finding(report, "rule/primary-key-required", "primary-key-required");
        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(finding.message()).isEqualTo("the rule holds: looked at 3, but for 2 that the spec excepts.");
        assertThat(finding.evidence()).containsExactly("except notes: scratch", "except audit_*: append-only");
    }

    @Test
    void anExceptionThatIsNotNeededFails() {
        Report report = verify(
                TWO,
                "rules: {primary-key-required: {except: {notes: a, audit_log: b, orders: has one, noted: misspelt}}}");

        assertThat(Trial.failures(report))
                .containsExactly("FAILED rule/primary-key-required noted", "FAILED rule/primary-key-required orders");
    }

    @Test
    void anExceptionOutsideOfTheSelectionFails() {
        Report report = verify(TWO, "rules: {primary-key-required: {on: orders, except: {notes: scratch}}}");

        assertThat(Trial.failures(report)).containsExactly("FAILED rule/primary-key-required notes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"warning", "{severity: warning}", "[{severity: warning}]"})
    void aWarningIsReportedAndAccepted(String statement) {
        Report report = verify(TWO, "rules: {primary-key-required: " + statement + "}");

        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(Trial.failures(report))
                .containsExactly(
                        "WAIVED rule/primary-key-required audit_log", "WAIVED rule/primary-key-required notes");
        assertThat(Trial.finding(report, "rule/primary-key-required", "notes").message())
                .startsWith("warning: notes has no primary key");
    }

    @Test
    void aWarningDoesNotCoverAnExceptionThatIsNotNeeded() {
        Report report = verify(TWO, "rules: {primary-key-required: {severity: warning, except: {orders: has one}}}");

        assertThat(Trial.failures(report)).contains("FAILED rule/primary-key-required orders");
    }

    @Test
    void aRuleCanBeStatedSeveralTimes() {
        Report report =
                verify("create table a (created_at date); create table audit_a (created_at date, by text);", """
                rules:
                  column-convention:
                    - {name: created_at, is: date}
                    - {name: by, is: varchar, on: "audit_*"}
                """);

        assertThat(Trial.failures(report)).containsExactly("FAILED rule/column-convention audit_a.by");
        assertThat(Trial.finding(report, "rule/column-convention", "column-convention created_at")
                        .examined())
                .isEqualTo(2);
    }

    @Test
    void aConventionThatTheDatabaseCannotMakeFails() {
        Report report =
                verify("create table a (mood text);", "rules: {column-convention: {name: mood, is: a_mood not null}}");

        assertThat(Trial.failures(report)).containsExactly("FAILED rule/column-convention a.mood");
        assertThat(Trial.finding(report, "rule/column-convention", "a.mood").message())
                .contains("a_mood");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{foreign-key-indexed: true} | unknown key 'foreign-key-indexed' (did you mean 'foreign-keys-indexed'?)",
                "{no-money: false} | a rule that need not hold is left out",
                "{no-money: warn} | found 'warn', expected true, the word warning, a mapping, or a list of mappings",
                "{no-money: {one: \"a*\"}} | unknown key 'one' (did you mean 'on'?)",
                "{no-money: {severity: fatal}} | 'fatal' is not known here; known: error, warning",
                "{no-money: {except: {a: \"\"}}} | found empty text, expected the reason",
                "{no-money: {except: [a]}} | found a list, expected a name and the reason",
                "{no-money: []} | the list is empty; name at least one",
                "{no-money: [true]} | found true or false, 'true', expected a mapping",
                "{no-money: [{on: a}, {on: a}]} | the rule no-money on a is stated twice",
                "{naming: {tables: \"[\"}} | '[' is no regular expression",
                "{index-names: true} | the rule index-names says nothing without 'index' or 'unique'",
                "{index-names: {index: \"ix_{tabel}\"}} | a name has no place {tabel}; known: {table}, {columns}",
                "{column-convention: {name: a}} | the rule column-convention says nothing without 'is'",
                "{column-convention: {name: a, is: \"int, b int\"}} | ',' does not belong in a definition",
                "{column-convention: {name: a, is: int unique}} | its constraints are not",
                "{descriptions-required: {of: [table]}} | 'table' is no kind that must have comments (did you mean 'tables'?)"
            })
    void whatIsWrongWithAStatementIsSaid(String rules, String problem) {
        assertThatThrownBy(() -> verify(TWO, "rules: " + rules))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aClaimKnowsNoExceptionsAndSaysWhichTheSpecHas() {
        Report report = verify(TWO, """
                rules: {primary-key-required: {except: {notes: scratch, audit_log: append-only}}}
                claims: [{says: Every table has a key, rule: primary-key-required}]
                """);

        assertThat(Trial.failures(report)).containsExactly("FAILED claim/rule Every table has a key");
        assertThat(Trial.finding(report, "claim/rule", "Every table has a key").message())
                .isEqualTo("2 of the 3 that were looked at break rule primary-key-required: audit_log, notes. The spec"
                        + " excepts notes (scratch), audit_log (append-only) from the rule; the sentence does not.");
    }

    @Test
    void aClaimOverTwoRulesHoldsIfBothDo() {
        Report report = verify(
                "create table a (id bigint primary key); create table b (id bigint primary key, a bigint references a);"
                        + " create index on b (a);",
                "claims: [{says: Sound, rule: [primary-key-required, foreign-keys-indexed]}]");

        assertThat(report.verdict()).isEqualTo(Report.Overall.VERIFIED);
        assertThat(Trial.finding(report, "claim/rule", "Sound").examined()).isEqualTo(3);
        assertThat(report.claims().get(0).measure()).isEqualTo("rules primary-key-required, foreign-keys-indexed");
    }

    @Test
    void aClaimOverARuleThatIsNotKnownIsAProblem() {
        assertThatThrownBy(() -> verify(TWO, "claims: [{says: x, rule: no-moneys}]"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("unknown rule 'no-moneys' (did you mean 'no-money'?)");
        assertThatThrownBy(() -> verify(TWO, "claims: [{says: x, rule: column-convention}]"))
                .isInstanceOf(SpecException.class)
                .hasMessageContaining("the rule column-convention needs parameters: state it under 'rules', too");
    }

    @Test
    void aRuleSpeaksOfWhatItSelects() throws Exception {
        new Trial(folder).migration("001.sql", "").write("spec.yaml", """
                spec: speaks
                migrations: {runner: sql, path: migrations}
                rules: {no-money: {on: orders}}
                """);
        List<Check> checks = new RuleFamily().checks(Families.reader().read(folder.resolve("spec.yaml")));
        try (ScratchDatabase database = ScratchDatabase.on(18).run(TWO)) {
            var catalog = CatalogReader.read(database.connection(), List.of("public"));

            assertThat(checks).hasSize(1);
            assertThat(checks.get(0).coverage()).isEqualTo(Check.Coverage.RULED);
            assertThat(checks.get(0).speaksOf(catalog))
                    .isEqualTo(Set.of(new ObjectRef(ObjectKind.COLUMN, "orders.id")));
        }
    }

    @Test
    void whatAPartitionHasFromItsParentIsJudgedAtTheParent() {
        Report report = verify(
                """
                create table customers (id bigint primary key);
                create table events (id bigint, at timestamp, customer bigint references customers) partition by range (at);
                create table events_1 partition of events for values from ('2026-01-01') to ('2027-01-01');
                create index ix_events_at on events (at, id);
                create index ix_own on events_1 (at, customer);
                """,
                "rules: {foreign-keys-indexed: true, timestamps-with-time-zone: true,"
                        + " no-timestamp-in-middle-of-index: true, primary-key-required: true}");

        assertThat(Trial.failures(report))
                .containsExactly(
                        "FAILED rule/foreign-keys-indexed events.events_customer_fkey",
                        "FAILED rule/no-timestamp-in-middle-of-index ix_events_at",
                        "FAILED rule/no-timestamp-in-middle-of-index ix_own",
                        "FAILED rule/primary-key-required events",
                        "FAILED rule/timestamps-with-time-zone events.at");
        assertThat(report.results()).noneMatch(result -> result.finding().verdict() == Verdict.ERRORED);
    }
}
