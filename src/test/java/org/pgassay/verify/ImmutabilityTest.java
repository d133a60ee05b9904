package org.pgassay.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pgassay.check.AttackVector;
import org.pgassay.check.Attacks.Outcome;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;

/** Ledgers of several shapes and guards withstand all attacks; without one of the guards they do not. */
class ImmutabilityTest {

    private static final String ROLES = "roles: {owner: ledger_owner, application: ledger_app}\n";

    private static final String ALL = ROLES + """
            immutability:
              by_trigger: {forbid: [update, delete, truncate]}
              by_late_trigger: {forbid: [update, delete, truncate]}
              by_privilege: {forbid: [update, delete, truncate]}
              by_rule: {forbid: [update, delete]}
              by_row_security: {forbid: [update, delete]}
              '"the ""Ledger""; --"': {forbid: [update, delete, truncate]}
              no_key: {forbid: [update, delete, truncate]}
              generated: {forbid: [update, delete, truncate]}
              parted: {forbid: [update, delete, truncate]}
              parent: {forbid: [update, delete, truncate]}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    private static String guarded() {
        try (InputStream in = ImmutabilityTest.class.getResourceAsStream("immutability/guarded.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Report verify(String sql, String yaml, int major) {
        return new Trial(folder)
                .migration("1.sql", sql)
                .verify(
                        yaml,
                        new VerifyOptions(
                                Optional.empty(),
                                Optional.of(major),
                                false,
                                false,
                                check -> true,
                                VerifyOptions.Shard.WHOLE,
                                1));
    }

    @ParameterizedTest
    @ValueSource(ints = {14, 15, 16, 17, 18})
    void whatIsGuardedWithstandsOnEveryVersion(int major) {
        Report report = verify(guarded(), ALL, major);

        assertThat(report.results().stream()
                        .map(Report.Result::finding)
                        .filter(finding -> finding.verdict() != Verdict.PASSED)
                        .map(finding -> finding.check() + " " + finding.subject() + " " + finding.message() + " "
                                + finding.evidence()))
                .isEmpty();
        assertThat(report.immutability())
                .filteredOn(cell -> cell.vector() == AttackVector.INSERT)
                .hasSize(20)
                .allMatch(cell -> cell.outcome() == Outcome.WORKS);
        assertThat(evidence(report, "immutability/merge", "by_trigger"))
                .contains(
                        major == 14 ? "PostgreSQL has it since version 15" : "refused by the trigger function refuse");
    }

    private static String evidence(Report report, String check, String subject) {
        return String.join("\n", Trial.finding(report, check, subject).evidence());
    }

    @Test
    void whatIsOnlyIgnoredOrHiddenIsSaidToBe() {
        Report report = verify(guarded(), ALL, 18);

        assertThat(evidence(report, "immutability/update", "by_rule")).contains("silently ignored");
        assertThat(Trial.finding(report, "immutability/update", "by_rule").message())
                .contains("no error tells who tries");
        assertThat(evidence(report, "immutability/delete", "by_row_security"))
                .contains("row security lets it reach no row");
        assertThat(evidence(report, "immutability/replica-role", "by_trigger"))
                .contains("superuser", "residual power", "not ENABLE ALWAYS: no_change, no_truncate");
        assertThat(evidence(report, "immutability/disable-trigger", "by_trigger"))
                .contains("residual power");
    }

    @Test
    void twoRunsSayTheSame() {
        Report one = verify(guarded(), ALL, 18);
        Report two = verify(guarded(), ALL, 18);

        assertThat(two.results()).isEqualTo(one.results());
        assertThat(two.immutability()).isEqualTo(one.immutability());
    }

    /** Each guard that is taken away opens what it alone closed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            by_trigger      | drop trigger no_change on by_trigger                   | delete, merge, update, upsert
            by_trigger      | drop trigger no_truncate on by_trigger                 | copy, truncate
            by_late_trigger | drop trigger no_change on by_late_trigger              | delete, merge, update, upsert
            by_privilege    | grant delete on by_privilege to ledger_app             | delete, merge
            by_privilege    | grant update (amount) on by_privilege to ledger_owner  | merge, update, upsert
            by_rule         | drop rule no_delete on by_rule                         | delete
            by_row_security | alter table by_row_security no force row level security | delete, merge, update, upsert
            by_row_security | create policy all_of_it on by_row_security for update using (true) | merge, update, upsert
            no_key          | drop trigger no_change on no_key                       | delete, merge, update
            generated       | alter table generated disable trigger no_change        | delete, merge, update, upsert
            parted          | drop trigger no_truncate on parted_other               | partition
            parent          | drop trigger no_change on child                        | delete, merge, partition, update
            parent          | drop trigger no_truncate on child                      | partition
            """)
    void withoutAGuardTheHoleIsNamed(String table, String damage, String vectors) {
        String line = ALL.lines()
                .filter(each -> each.startsWith("  " + table + ":"))
                .findFirst()
                .orElseThrow();

        Report report = verify(guarded() + ";\n" + damage + ";\n", ROLES + "immutability:\n" + line + "\n", 18);

        Set<String> failed = report.results().stream()
                .map(Report.Result::finding)
                .filter(finding -> finding.verdict() != Verdict.PASSED)
                .map(finding -> finding.verdict() == Verdict.FAILED
                        ? finding.check().replace("immutability/", "")
                        : finding.verdict() + " " + finding.message())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(String.join(", ", failed)).isEqualTo(vectors);
    }

    @Test
    void aColumnThatMayChangeMustChange() {
        Report report = verify(guarded(), ROLES + "immutability: {by_trigger: {update: {only: [amount]}}}\n", 18);

        Finding finding = Trial.finding(report, "immutability/update", "by_trigger");
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(finding.message())
                .contains("what must work on by_trigger does not: UPDATE of amount, which may change");
    }

    @Test
    void aTableThatIsNotThereIsVacuous() {
        Report report = verify(guarded(), ROLES + "immutability: {ledger: {forbid: [truncate]}}\n", 18);

        assertThat(List.copyOf(new TreeSet<>(Trial.failures(report))))
                .allMatch(line -> line.startsWith("VACUOUS immutability/"));
        assertThat(report.immutability()).isEmpty();
    }

    @Test
    void aTenantsRowsAreAttackedAsThatTenant() {
        Report report = verify("""
                create table tenants (id int primary key);
                create table journal (id int primary key, tenant_id int not null references tenants, amount int);
                alter table journal enable row level security, force row level security;
                create policy own on journal
                  using (tenant_id = nullif(current_setting('app.tenant', true), '')::int);
                grant select, insert, update, delete on journal, tenants to ledger_app;
                """, ROLES + """
                tenancy: {columns: {tenant_id: tenants.id}, context: "select set_config('app.tenant', :tenant, true)"}
                immutability: {journal: {forbid: [update]}}
                """, 18);

        assertThat(Trial.finding(report, "immutability/update", "journal").verdict())
                .isEqualTo(Verdict.FAILED);
        assertThat(Trial.finding(report, "immutability/insert", "journal").verdict())
                .isEqualTo(Verdict.PASSED);
    }
}
