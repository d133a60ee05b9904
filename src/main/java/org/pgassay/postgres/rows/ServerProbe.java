package org.pgassay.postgres.rows;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pgassay.rows.Literals;
import org.pgassay.rows.TypeProbe;

/** Tries casts. */
final class ServerProbe implements TypeProbe {

    private final Session session;

    ServerProbe(Session session) {
        this.session = session;
    }

    @Override
    public List<String> valid(String type, List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        String values = IntStream.range(0, texts.size())
                .mapToObj(i -> "(" + i + ", " + Literals.typed(texts.get(i), type) + ")")
                .collect(Collectors.joining(", "));
        try {
            return texts("SELECT CAST(v AS pg_catalog.text) FROM (VALUES " + values + ") x (i, v) ORDER BY i");
        } catch (SQLException all) {
            Failures.rethrowUnlessRefused(all);
            return texts.stream()
                    .flatMap(text -> one(type, text).stream())
                    .distinct()
                    .toList();
        }
    }

    private List<String> one(String type, String text) {
        try {
            return texts("SELECT CAST(" + Literals.typed(text, type) + " AS pg_catalog.text)");
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            return List.of();
        }
    }

    @Override
    public List<String> labels(String type) {
        try {
            return texts("SELECT CAST(v AS pg_catalog.text) FROM pg_catalog.unnest(pg_catalog.enum_range(CAST(NULL AS "
                    + type + "))) v");
        } catch (SQLException e) {
            Failures.rethrowUnlessRefused(e);
            return List.of();
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        for (List<@Nullable String> row : session.ask(sql)) {
            String text = row.get(0);
            if (text != null && !texts.contains(text)) {
                texts.add(text);
            }
        }
        return texts;
    }
}
