package org.pgassay.check.rule.security;

import java.sql.SQLException;
import java.util.List;
import org.pgassay.catalog.Catalog;
import org.pgassay.check.Names;
import org.pgassay.check.rule.api.Judged;
import org.pgassay.check.rule.api.Parameters;
import org.pgassay.check.rule.api.Rule;
import org.pgassay.check.rule.api.Scope;
import org.pgassay.postgres.catalog.CatalogReader;
import org.pgassay.postgres.catalog.ScratchDatabase;

/** What a rule says of a database that a test makes. */
record Judgement(List<Judged> judged) {

    private static final List<String> SCHEMAS = List.of("public", "app");

    static Judgement of(int major, Rule rule, String sql) throws SQLException {
        return of(major, rule, sql, Parameters.NONE);
    }

    static Judgement of(int major, Rule rule, String sql, Parameters parameters) throws SQLException {
        try (ScratchDatabase database = ScratchDatabase.on(major)) {
            Catalog catalog = CatalogReader.read(database.run(sql).connection(), SCHEMAS);
            return new Judgement(rule.judge(new Scope(catalog, new Names(SCHEMAS), major, parameters)));
        }
    }

    /** What keeps the rule. */
    List<String> keeping() {
        return judged.stream()
                .filter(Judged::holds)
                .map(each -> each.object().name())
                .toList();
    }

    /** What breaks the rule. */
    List<String> breaking() {
        return judged.stream()
                .filter(each -> !each.holds())
                .map(each -> each.object().name())
                .toList();
    }
}
