package org.pgassay.check.seed;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Names;
import org.pgassay.check.QueryText;
import org.pgassay.check.claim.Quantity;
import org.pgassay.check.seed.SeedSection.EntrySpec;
import org.pgassay.check.seed.SeedSection.MatrixSpec;
import org.pgassay.check.seed.SeedSection.SeedSpec;
import org.pgassay.check.tenancy.Belongings;
import org.pgassay.spec.Location;
import org.pgassay.spec.Problem;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;
import org.pgassay.sql.SqlSyntaxException;
import org.pgassay.sql.Statements;

/** What is wrong with stated seeds beyond what the JSON Schema can say. */
final class SeedProblems {

    private final Spec spec;
    private final Names names;
    private final List<Problem> problems = new ArrayList<>();

    private SeedProblems(Spec spec) {
        this.spec = spec;
        this.names = new Names(spec.schemas());
    }

    static List<Problem> of(SeedSpec seeds, Spec spec) {
        SeedProblems found = new SeedProblems(spec);
        found.whole(seeds);
        seeds.run().forEach(found::entry);
        found.problems.addAll(Steps.of(seeds.run(), spec).problems());
        seeds.rows().forEach(found::rows);
        seeds.contains().forEach((table, rows) -> found.table(table, rows.get(0).location()));
        seeds.matrix().values().forEach(found::matrix);
        return found.problems;
    }

    private void add(Location at, String message) {
        problems.add(new Problem(at, message));
    }

    private void whole(SeedSpec seeds) {
        boolean nothing = seeds.run().isEmpty()
                && seeds.rows().isEmpty()
                && seeds.contains().isEmpty()
                && seeds.matrix().isEmpty()
                && seeds.consistent().isEmpty();
        SourceText idempotent = seeds.idempotent();
        SourceText as = seeds.as();
        if (nothing && idempotent == null) {
            add(seeds.location(), "this states nothing; state what is run, or the rows that there must be");
        } else if (seeds.run().isEmpty() && idempotent != null) {
            add(idempotent.location(), "nothing is run, so nothing can be run twice; state 'run', or leave this out");
        }
        if (as != null && seeds.run().isEmpty()) {
            add(as.location(), "nothing is run; state 'run', or leave this out");
        } else if (as != null && as.text().equals("application") && spec.roles().application() == null) {
            add(as.location(), "the spec names no application's role; name it under 'roles: {application: …}'");
        }
        seeds.consistent().stream()
                .filter(word -> word.text().equals("tenants"))
                .filter(word -> Belongings.of(spec).isEmpty())
                .forEach(
                        word -> add(
                                word.location(),
                                "which tenant a row belongs to is not stated; state 'tenancy: {columns: …}', or leave this out"));
    }

    private void entry(EntrySpec entry) {
        Map<String, Boolean> kinds = new LinkedHashMap<>();
        kinds.put("sql", entry.sql() != null);
        kinds.put("csv", entry.csv() != null);
        kinds.put("json", entry.json() != null);
        kinds.put("command", entry.command() != null);
        List<String> given = kinds.keySet().stream().filter(kinds::get).toList();
        if (given.size() != 1) {
            add(
                    entry.location(),
                    given.isEmpty()
                            ? "this names nothing to run; name one of sql, csv, json and command"
                            : "this names " + String.join(" and ", given) + "; give each an entry of its own");
            return;
        }
        String kind = given.get(0);
        boolean data = kind.equals("csv") || kind.equals("json");
        foreign("into", entry.into(), data, kind);
        foreign("onConflict", entry.onConflict(), data, kind);
        foreign("tenant", entry.tenant(), data, kind);
        foreign("columns", entry.columns().stream().findFirst().orElse(null), kind.equals("csv"), kind);
        foreign("timeLimit", entry.timeLimit(), kind.equals("command"), kind);
    }

    private void foreign(String key, @Nullable SourceText value, boolean belongs, String kind) {
        if (value != null && !belongs) {
            add(value.location(), "'" + key + "' means nothing beside '" + kind + "'; leave it out");
        }
    }

    private void table(String name, Location at) {
        String fault = names.fault(name);
        if (!fault.isEmpty()) {
            add(at, fault);
        }
    }

    private void rows(String table, SourceText count) {
        table(table, count.location());
        try {
            if (Quantity.parse(count.text()).percent()) {
                add(count.location(), "rows are counted, and of no whole; write a number without %");
            }
        } catch (IllegalArgumentException e) {
            add(count.location(), String.valueOf(e.getMessage()));
        }
    }

    private void matrix(MatrixSpec matrix) {
        SourceText sql = matrix.sql();
        SourceText table = matrix.table();
        if ((sql == null) == (table == null)) {
            add(matrix.location(), "pairs come from a query or from a table; state one of 'sql' and 'table'");
        } else if (sql != null) {
            query(sql);
            foreign("rows", matrix.rows(), false, "sql");
            foreign("columns", matrix.columns(), false, "sql");
            foreign("where", matrix.where(), false, "sql");
        } else {
            pairs(Objects.requireNonNull(table), matrix);
        }
    }

    private void query(SourceText sql) {
        Optional<Problem> problem = QueryText.problem(sql);
        problem.ifPresent(problems::add);
        if (problem.isEmpty() && QueryText.of(sql).count() > 0) {
            add(sql.location(), "this query has a parameter, and there are none here; write the value");
        }
    }

    private void pairs(SourceText table, MatrixSpec matrix) {
        table(table.text(), table.location());
        if (matrix.rows() == null || matrix.columns() == null) {
            add(
                    matrix.location(),
                    "a table of pairs needs 'rows' and 'columns': the columns, such as tenants.name, that the names are in");
        }
        SourceText where = matrix.where();
        if (where != null) {
            try {
                if (Statements.of("select " + where.text()).size() != 1
                        || where.text().contains(";")) {
                    add(where.location(), "this is no condition; write one as behind WHERE");
                }
            } catch (SqlSyntaxException e) {
                add(where.location(), String.valueOf(e.getMessage()));
            }
        }
    }
}
