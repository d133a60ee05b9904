package org.pgassay.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Finding;
import org.pgassay.check.Verdict;
import org.pgassay.spec.Location;
import org.pgassay.verify.Report.Result;

/** The results that {@link Reports} are made of. */
final class Findings {

    /** Name, group and comment. */
    static final String[][] TABLES = {
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

    private Findings() {}

    static List<Result> passes() {
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

    static List<Result> failures() {
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
                                new Location(Reports.FILE, 231, 3)),
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

    static List<Result> untried() {
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

    static Result waiver() {
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
                        new Location(Reports.FILE, line, 7)),
                "kontali_app");
    }

    static Result finding(
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
                        new Location(Reports.FILE, 118, 7)),
                null);
    }
}
