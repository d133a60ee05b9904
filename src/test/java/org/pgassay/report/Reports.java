package org.pgassay.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;
import org.pgassay.verify.Report;
import org.pgassay.verify.Report.ClaimResult;
import org.pgassay.verify.Report.Overall;
import org.pgassay.verify.Report.Result;
import org.pgassay.verify.Report.RevisionSummary;
import org.pgassay.verify.Report.TableSummary;

/** Reports to render: one of each verdict, a hostile and a large one. */
final class Reports {

    static final String FILE = "schema-specs/kontali-erp.yaml";
    static final String FINGERPRINT = "sha256:9f2c4b7d1e8a3056c4f19b2d7a60e35881c2f4d6b09e7a13528cd64f0ab19e77";

    private static final String[][] TABLES = {
        {"tenants", "Tenancy", "One row per customer organisation"},
        {"clients", "Tenancy", "The companies a tenant keeps the books of"},
        {"users", "Tenancy", "People who sign in"},
        {"roles", "Access", "Named sets of permissions"},
        {"permissions", "Access", "What may be done"},
        {"user_role_assignments", "Access", null},
        {"chart_of_accounts", "Ledger", "Accounts by client"},
        {"general_ledger", "Ledger", "Postings; never deleted"},
        {"ledger_lines", "Ledger", "Debit and credit lines of a posting"},
        {"fiscal_periods", "Ledger", "Open and closed periods"},
        {"vendors", "Documents", "Who sends invoices"},
        {"documents", "Documents", "Incoming invoices and receipts"},
        {"document_pages", "Documents", null},
        {"agent_tasks", "Agents", "The queue that agents claim work from"},
        {"agent_decisions", "Agents", "What an agent decided, and how sure it was"},
        {"audit_trail", "Agents", "Append-only log of every change"},
        {"alembic_version", null, "Written by Alembic"},
    };

    private static final String[] COLUMNS = {"id", "tenant_id", "client_id", "status", "created_at", "updated_at"};

    private Reports() {}

    /** Everything holds: 17 tables, some hundred results. */
    static Report verified() {
        return new Builder(Overall.VERIFIED).results(passes()).claims(true).build();
    }

    /** Everything holds or is waived. */
    static Report waived() {
        List<Result> results = passes();
        results.add(waiver());
        return new Builder(Overall.VERIFIED).results(results).claims(true).build();
    }

    /** Findings of every kind. */
    static Report rejected() {
        List<Result> results = passes();
        results.addAll(failures());
        results.addAll(untried());
        results.add(waiver());
        return new Builder(Overall.REJECTED).results(results).claims(false).build();
    }

    /** Nothing fails, something could not be tried. */
    static Report incomplete() {
        List<Result> results = passes();
        results.addAll(untried());
        return new Builder(Overall.INCOMPLETE).results(results).claims(true).build();
    }

    /** A partial report: the server went away. */
    static Report errored() {
        List<Result> results = new ArrayList<>(passes().subList(0, 40));
        results.add(finding(
                "concurrency/exactly-once",
                "claim-exactly-once",
                Verdict.ERRORED,
                "claim-exactly-once could not be finished: the server closed the connection.",
                null,
                null,
                null,
                213));
        return new Builder(Overall.ERRORED)
                .results(results)
                .problem("The PostgreSQL server stopped after 41 checks.\nIts last line of log: "
                        + "PANIC: could not write to file \"pg_wal/xlogtemp.812\": No space left on device")
                .fingerprint(null)
                .build();
    }

    /** Names that try to break out of every format. */
    static Report hostile() {
        List<Result> results = new ArrayList<>();
        for (String name : hostileNames()) {
            for (Verdict verdict : Verdict.values()) {
                results.add(new Result(
                        new Finding(
                                "table/exists",
                                name + "." + verdict,
                                verdict,
                                "Message of " + name,
                                "Help for " + name,
                                "expected " + name,
                                "observed " + name + " & more",
                                1,
                                List.of("evidence " + name),
                                new Location("specs/" + name + ".yaml", 3, 7)),
                        name));
            }
        }
        List<ClaimResult> claims = new ArrayList<>();
        List<TableSummary> tables = new ArrayList<>();
        List<RevisionSummary> revisions = new ArrayList<>();
        Map<String, String> environment = new LinkedHashMap<>();
        Map<String, Long> numbers = new LinkedHashMap<>();
        for (String name : hostileNames()) {
            claims.add(new ClaimResult(name, name, name, name, Verdict.FAILED, new Location(name, 1, 1)));
            tables.add(new TableSummary(name, name, name, true, true, 1, 2, 3, 4, 5, 1));
            revisions.add(new RevisionSummary(name, name, name, "applied", 1));
            environment.put(name, name);
            numbers.put(name, 7L);
        }
        String all = String.join(" ", hostileNames());
        return new Report(
                all,
                all,
                all,
                Overall.REJECTED,
                all,
                FINGERPRINT,
                summary(results),
                results,
                claims,
                tables,
                numbers,
                revisions,
                environment,
                numbers);
    }

    /** What a database or a spec may hold as a name. */
    static List<String> hostileNames() {
        return List.of(
                "<script>alert(1)</script>",
                "</script><img src=x onerror=alert(1)>",
                "</style><b>",
                "\"; drop table x; --",
                "a|b\\|c\\",
                "`code` ``` ~~~",
                "**bold** _it_ [x](javascript:alert(1)) ![i](http://e.example/i.png) https://e.example www.e.example",
                "line\nbreak\r\n# heading\n- item\n\n<div>",
                "]]> <![CDATA[ &amp; &#60; <!-- -->",
                "nul\u0000 bell\u0007 escape\u001b delete\u007f next\u0085 \ufffe \ud800",
                "emoji 👩‍👩‍👧 and flag 🇳🇴",
                "\u202egnp.exe \u05d0\u05d1\u05d2 \u0627\u0644 zero\u200bwidth",
                "' onmouseover='alert(1)' x=\"",
                " leading and trailing ",
                "1. item",
                "${7*7} {{7*7}} @{x}");
    }

    /** Many results, a hundred of which fail. */
    static Report large(int count) {
        List<Result> results = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean bad = i % (count / 100) == 0;
            results.add(finding(
                    "column/check-" + i % 40,
                    "table_" + i / 20 + ".column_" + i,
                    bad ? Verdict.FAILED : Verdict.PASSED,
                    "table_" + i / 20 + ".column_" + i + (bad ? " is not as the spec states it." : " is as specified."),
                    bad ? "Alter the column's type in a new migration." : null,
                    "character varying(20) not null",
                    bad ? "character varying(40) not null" : null,
                    1));
        }
        results.sort(Comparator.comparing((Result result) -> result.finding().check())
                .thenComparing(result -> result.finding().subject()));
        return new Builder(Overall.REJECTED).results(results).claims(true).build();
    }

    private static List<Result> passes() {
        List<Result> results = new ArrayList<>();
        int line = 40;
        for (String[] table : TABLES) {
            String name = table[0];
            results.add(pass("table/exists", name, "The table " + name + " is there.", null, line));
            results.add(pass("table/primary-key", name, name + " has a primary key.", "PRIMARY KEY (id)", line + 1));
            for (String column : COLUMNS) {
                String type =
                        column.endsWith("_at") ? "timestamp with time zone not null default now()" : "uuid not null";
                results.add(pass("column/definition", name + "." + column, column + " is as specified.", type, ++line));
            }
            for (String column : List.of("tenant_id", "client_id", "created_at")) {
                results.add(pass(
                        "index/definition",
                        "ix_" + name + "_" + column,
                        "The index is as specified.",
                        "USING btree (" + column + ")",
                        ++line));
            }
            results.add(
                    pass("foreign-key/indexed", name, "Every foreign key of " + name + " has an index.", null, ++line));
            for (String rule : List.of("present", "not-null", "references", "reference-closure", "unique-scoped")) {
                results.add(pass("tenancy/" + rule, name, "tenant_id of " + name + " holds.", null, 210));
            }
            results.add(pass("behaviour/insertable", name, "A row went into " + name + ".", null, 300));
        }
        return results;
    }

    private static List<Result> failures() {
        return List.of(
                finding(
                        "index/definition",
                        "ix_agent_tasks_claim",
                        Verdict.FAILED,
                        "The index ix_agent_tasks_claim sorts priority ascending. The queue reads the highest priority first, so "
                                + "every claim sorts all pending tasks.",
                        "Create the index anew with (agent_type, status, priority desc, created_at).",
                        "CREATE INDEX ix_agent_tasks_claim ON public.agent_tasks USING btree (agent_type, status, priority DESC,"
                                + " created_at) WHERE ((status)::text = 'pending'::text)",
                        "CREATE INDEX ix_agent_tasks_claim ON public.agent_tasks USING btree (agent_type, status, priority,"
                                + " created_at) WHERE ((status)::text = 'queued'::text)",
                        1),
                finding(
                        "tenancy/indexed",
                        "documents.client_id",
                        Verdict.FAILED,
                        "documents.client_id has no index whose first column it is. Every delete of a client scans documents.",
                        "Create an index on documents (client_id).",
                        "an index that begins with (client_id)",
                        "ix_documents_tenant (tenant_id, status), ix_documents_created (created_at)",
                        4),
                new Result(
                        new Finding(
                                "immutability/forbidden",
                                "audit_trail",
                                Verdict.FAILED,
                                "The owner can truncate audit_trail: one statement removes the whole log.",
                                "Add a statement trigger BEFORE TRUNCATE that raises an exception.",
                                "TRUNCATE is refused",
                                "TRUNCATE TABLE",
                                6,
                                List.of(
                                        "control: INSERT INTO audit_trail … → INSERT 0 1",
                                        "UPDATE → ERROR: audit_trail is append-only (P0001)",
                                        "DELETE → ERROR: audit_trail is append-only (P0001)",
                                        "TRUNCATE → TRUNCATE TABLE"),
                                new Location(FILE, 231, 3)),
                        "kontali_owner"),
                finding(
                        "rule/foreign-keys-indexed",
                        "archive_*",
                        Verdict.VACUOUS,
                        "The selection archive_* matches no table, so the rule says nothing.",
                        "Correct the selection, or take the rule out of the spec.",
                        null,
                        null,
                        0));
    }

    private static List<Result> untried() {
        return List.of(
                finding(
                        "query-plan/expectation",
                        "claim-next-task",
                        Verdict.UNVERIFIED,
                        "The plan of claim-next-task was not tried: the database is external and pgAssay writes nothing to it.",
                        "Verify on the embedded server, or allow writes with --allow-writes.",
                        "Index Scan using ix_agent_tasks_claim",
                        null,
                        0),
                finding(
                        "extension/installed",
                        "vector",
                        Verdict.UNVERIFIED,
                        "The embedded PostgreSQL does not carry the extension vector.",
                        "Verify with --database testcontainers and an image that has it.",
                        null,
                        null,
                        0));
    }

    private static Result waiver() {
        return finding(
                "tenancy/row-security",
                "fiscal_periods",
                Verdict.WAIVED,
                "fiscal_periods has no row security. Waived until 2027-03-31 by K. Berg: read through a view only.",
                null,
                "row security is enabled and forced",
                "row security is off",
                1);
    }

    private static Result pass(String check, String subject, String message, @Nullable String expected, int line) {
        return new Result(
                new Finding(
                        check,
                        subject,
                        Verdict.PASSED,
                        message,
                        null,
                        expected,
                        null,
                        1,
                        List.of(),
                        new Location(FILE, line, 7)),
                "kontali_app");
    }

    private static Result finding(
            String check,
            String subject,
            Verdict verdict,
            String message,
            @Nullable String help,
            @Nullable String expected,
            @Nullable String observed,
            int examined) {
        return new Result(
                new Finding(
                        check,
                        subject,
                        verdict,
                        message,
                        help,
                        expected,
                        observed,
                        examined,
                        List.of(),
                        new Location(FILE, 118, 7)),
                null);
    }

    private static Map<Verdict, Integer> summary(List<Result> results) {
        Map<Verdict, Integer> summary = new EnumMap<>(Verdict.class);
        for (Verdict verdict : Verdict.values()) {
            summary.put(verdict, (int) results.stream()
                    .filter(result -> result.finding().verdict() == verdict)
                    .count());
        }
        return summary;
    }

    /** Puts a report of the delivery together. */
    private static final class Builder {

        private final Overall verdict;
        private List<Result> results = List.of();
        private List<ClaimResult> claims = List.of();
        private @Nullable String problem;
        private @Nullable String fingerprint = FINGERPRINT;

        private Builder(Overall verdict) {
            this.verdict = verdict;
        }

        private Builder results(List<Result> values) {
            results = values.stream()
                    .sorted(Comparator.comparing(
                                    (Result result) -> result.finding().check())
                            .thenComparing(result -> result.finding().subject()))
                    .toList();
            return this;
        }

        private Builder problem(String text) {
            problem = text;
            return this;
        }

        private Builder fingerprint(@Nullable String text) {
            fingerprint = text;
            return this;
        }

        private Builder claims(boolean hold) {
            claims = List.of(
                    claim("Tables created: 16 core + 1 system", "tables", "17", "17", Verdict.PASSED, 14),
                    claim("60 indexes created", "indexes.secondary", "60", "60", Verdict.PASSED, 15),
                    claim(
                            "85+ indexes",
                            "indexes.secondary",
                            ">=85",
                            hold ? "87" : "60",
                            hold ? Verdict.PASSED : Verdict.FAILED,
                            16),
                    claim("28 tenant_id indexes", "{indexes: {columns: tenant_id*}}", "28", "28", Verdict.PASSED, 17),
                    claim(
                            "All foreign keys have indexes",
                            "foreign-keys-indexed",
                            "all",
                            hold ? "all 41" : "40 of 41",
                            hold ? Verdict.PASSED : Verdict.FAILED,
                            18),
                    claim(
                            "Vector search is ready",
                            "extensions",
                            "2",
                            hold ? "2" : null,
                            hold ? Verdict.PASSED : Verdict.UNVERIFIED,
                            19));
            return this;
        }

        private static ClaimResult claim(
                String says, String measure, String expected, @Nullable String measured, Verdict verdict, int line) {
            return new ClaimResult(says, measure, expected, measured, verdict, new Location(FILE, line, 5));
        }

        private Report build() {
            Map<String, Long> totals = new LinkedHashMap<>();
            List.of(
                            "tables",
                            "columns",
                            "indexes",
                            "indexes.secondary",
                            "foreign-keys",
                            "checks",
                            "uniques",
                            "triggers")
                    .forEach(measure -> totals.put(measure, 13L + measure.length() * 7L));
            Map<String, String> environment = new LinkedHashMap<>();
            environment.put("pgAssay", "0.1.0");
            environment.put("PostgreSQL", "18.6 (embedded)");
            environment.put("Java", "17.0.21, Debian");
            environment.put("Operating system", "Linux 6.1, amd64");
            environment.put("Migrated as", "kontali_owner");
            environment.put("Probed as", "kontali_app (NOSUPERUSER NOBYPASSRLS)");
            Map<String, Long> timings = new LinkedHashMap<>();
            timings.put("start", 480L);
            timings.put("migrate", 1_912L);
            timings.put("read", 61L);
            timings.put("structure", 640L);
            timings.put("probes", 5_230L);
            return new Report(
                    "kontali-erp",
                    "Kontali ERP, AI agent accounting",
                    FILE,
                    verdict,
                    problem,
                    fingerprint,
                    summary(results),
                    results,
                    claims,
                    Arrays.stream(TABLES).map(this::table).toList(),
                    totals,
                    List.of(
                            new RevisionSummary(
                                    "001", "migrations/001_core.sql", "migrations/001_core.down.sql", "applied", 41),
                            new RevisionSummary(
                                    "002",
                                    "migrations/002_ledger.sql",
                                    "migrations/002_ledger.down.sql",
                                    "applied",
                                    28),
                            new RevisionSummary("003", "migrations/003_agents.sql", null, "applied", 19)),
                    environment,
                    timings);
        }

        private TableSummary table(String[] row) {
            List<Finding> about = results.stream()
                    .map(Result::finding)
                    .filter(finding -> finding.subject().equals(row[0])
                            || finding.subject().startsWith(row[0] + ".")
                            || finding.subject().startsWith("ix_" + row[0]))
                    .toList();
            int failed = (int) about.stream()
                    .filter(finding -> finding.verdict() == Verdict.FAILED)
                    .count();
            return new TableSummary(
                    row[0], row[1], row[2], true, row[1] != null, 9 + row[0].length(), 4, 2, 5, about.size(), failed);
        }
    }
}
