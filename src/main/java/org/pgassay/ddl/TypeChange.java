package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.UserType;

/** How a type becomes another one while columns use it. */
final class TypeChange {

    private final UserType from;
    private final UserType to;
    private final String name;
    private final List<DdlStatement> statements = new ArrayList<>();

    private TypeChange(UserType from, UserType to) {
        this.from = from;
        this.to = to;
        this.name = to.name().sql();
    }

    static Optional<Change> of(TypePieces.Form from, TypePieces.Form to) {
        if (from.type().kind() != to.type().kind()) {
            return Optional.empty();
        }
        TypeChange change = new TypeChange(from.type(), to.type());
        boolean possible = switch (to.type().kind()) {
            case ENUM -> change.labels();
            case DOMAIN -> change.domain();
            case COMPOSITE -> change.attributes();
            case RANGE -> false;
        };
        return possible ? Optional.of(Change.of(change.statements)) : Optional.empty();
    }

    /** Labels can be added anywhere, and none can be taken away or moved. */
    private boolean labels() {
        if (!to.labels().stream().filter(from.labels()::contains).toList().equals(from.labels())) {
            return false;
        }
        for (int i = 0; i < to.labels().size(); i++) {
            String label = to.labels().get(i);
            if (from.labels().contains(label)) {
                continue;
            }
            String next = to.labels().subList(i, to.labels().size()).stream()
                    .filter(from.labels()::contains)
                    .findFirst()
                    .map(other -> " before " + Sql.literal(other))
                    .orElse("");
            statements.add(statement("alter type " + name + " add value " + Sql.literal(label) + next)
                    .outsideTransactions()
                    .noted("The value can be used once the transaction is over that adds it."));
        }
        return true;
    }

    private boolean domain() {
        Domain was = Domain.of(String.valueOf(from.definition()));
        Domain is = Domain.of(String.valueOf(to.definition()));
        if (!was.type().equals(is.type())) {
            return false;
        }
        String alter = "alter domain " + name + " ";
        was.checks().forEach((constraint, check) -> {
            String now = is.checks().get(constraint);
            if (now == null || !(now.equals(check) || check.equals(now + " NOT VALID"))) {
                statements.add(statement(alter + "drop constraint " + Sql.quote(constraint)));
            }
        });
        if (!Objects.equals(was.expression(), is.expression())) {
            statements.add(
                    statement(alter + (is.expression() == null ? "drop default" : "set default " + is.expression())));
        }
        if (was.notNull() != is.notNull()) {
            statements.add(statement(alter + (is.notNull() ? "set" : "drop") + " not null")
                    .with(is.notNull() ? Danger.LOCK_RISKY : Danger.ADDITIVE));
        }
        is.checks().forEach((constraint, check) -> {
            String before = was.checks().get(constraint);
            if (before != null && before.equals(check + " NOT VALID")) {
                statements.add(statement(alter + "validate constraint " + Sql.quote(constraint))
                        .with(Danger.LOCK_RISKY));
            } else if (!check.equals(before)) {
                statements.add(statement(alter + "add constraint " + Sql.quote(constraint) + " " + check)
                        .with(Domain.isValid(check) ? Danger.LOCK_RISKY : Danger.ADDITIVE));
            }
        });
        return true;
    }

    /** Attributes can be dropped, and added at the end; their types cannot change while a column is of the type. */
    private boolean attributes() {
        Map<String, String> was = byName(from.fields());
        Map<String, String> is = byName(to.fields());
        List<String> result =
                new ArrayList<>(was.keySet().stream().filter(is::containsKey).toList());
        is.keySet().stream().filter(attribute -> !was.containsKey(attribute)).forEach(result::add);
        boolean retyped = is.entrySet().stream()
                .anyMatch(each ->
                        was.containsKey(each.getKey()) && !each.getValue().equals(was.get(each.getKey())));
        if (retyped || !result.equals(List.copyOf(is.keySet()))) {
            return false;
        }
        was.keySet().stream()
                .filter(attribute -> !is.containsKey(attribute))
                .forEach(attribute ->
                        statements.add(statement("alter type " + name + " drop attribute " + attribute + " cascade")
                                .with(Danger.DESTRUCTIVE)));
        is.forEach((attribute, field) -> {
            if (!was.containsKey(attribute)) {
                statements.add(statement("alter type " + name + " add attribute " + field + " cascade"));
            }
        });
        return true;
    }

    /** Attributes by their quoted names. */
    private static Map<String, String> byName(List<String> fields) {
        Map<String, String> names = new LinkedHashMap<>();
        fields.forEach(field -> names.put(Names.tokens(field).get(0).text(), field));
        return names;
    }

    private DdlStatement statement(String sql) {
        return DdlStatement.of(sql, ObjectKind.TYPE, name, Danger.ADDITIVE);
    }
}
