package org.pgassay.ddl;

import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Policy;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Rule;
import org.pgassay.catalog.Table;
import org.pgassay.catalog.Trigger;
import org.pgassay.catalog.View;
import org.pgassay.check.ObjectFragments;

/**
 * Triggers, rules and policies of a table or view.
 *
 * @param alter the words that begin a change of their states
 */
record HostedPieces(QualifiedName name, Key host, String alter, Pieces pieces) {

    static HostedPieces of(Table table, Pieces pieces) {
        return new HostedPieces(
                table.name(), TablePieces.key(table.name()), pieces.source().alterOnly(table), pieces);
    }

    static HostedPieces of(View view, Pieces pieces) {
        return new HostedPieces(
                view.name(),
                ViewPieces.key(view.name()),
                "alter table " + view.name().sql() + " ",
                pieces);
    }

    void trigger(Trigger trigger) {
        String object = Sql.part(name, trigger.name());
        Key key = new Key(Sort.TRIGGER, object);
        Piece.Builder piece = Piece.of(Sort.TRIGGER, object, ObjectKind.TRIGGER, object)
                .host(host)
                .reads(trigger.definition())
                .form(trigger.definition());
        columns(piece, trigger.definition());
        Key parent = clonedFrom(trigger);
        if (parent != null) {
            piece.with(parent).with(new Key(Sort.PARTITION, name.sql())).within(true);
        } else {
            piece.make(trigger.definition())
                    .unmake("drop trigger " + Sql.quote(trigger.name()) + " on " + name.sql(), Danger.DESTRUCTIVE);
            pieces.source()
                    .table(name)
                    .ifPresent(table -> pieces.source()
                            .partitions(table)
                            .forEach(each -> piece.after(
                                    new Key(Sort.PARTITION, each.name().sql()))));
        }
        pieces.add(piece);
        state(key, ObjectKind.TRIGGER, object, "trigger", trigger.name(), trigger.enabled());
        pieces.comment(
                key,
                ObjectKind.TRIGGER,
                object,
                "trigger " + Sql.quote(trigger.name()) + " on " + name.sql(),
                trigger.comment());
    }

    /** The trigger of the partitioned table that this one of a partition came with. */
    private @Nullable Key clonedFrom(Trigger trigger) {
        return pieces.source()
                .table(name)
                .map(Table::partitionOf)
                .flatMap(pieces.source()::table)
                .filter(parent -> parent.triggers().stream()
                        .anyMatch(each -> each.name().equals(trigger.name())
                                && each.definition().contains(" FOR EACH ROW ")))
                .map(parent -> new Key(Sort.TRIGGER, Sql.part(parent.name(), trigger.name())))
                .orElse(null);
    }

    /** The columns of its own table that a part names. */
    private void columns(Piece.Builder piece, @Nullable String sql) {
        pieces.source()
                .table(name)
                .ifPresent(table -> TablePieces.ownColumns(table, sql).forEach(piece::needs));
    }

    private void state(Key of, ObjectKind kind, String object, String word, String part, Trigger.Enabled enabled) {
        String quoted = word + " " + Sql.quote(part);
        String make = switch (enabled) {
            case ORIGIN -> "";
            case ALWAYS -> "enable always " + quoted;
            case REPLICA -> "enable replica " + quoted;
            case DISABLED -> "disable " + quoted;
        };
        if (!make.isEmpty()) {
            pieces.add(Piece.of(Sort.TRIGGER_STATE, word + " " + object, kind, object)
                    .host(of)
                    .form(enabled)
                    .make(alter + make)
                    .unmake(alter + "enable " + quoted, Danger.ADDITIVE));
        }
    }

    void rule(Rule rule) {
        String object = Sql.part(name, rule.name());
        Key key = new Key(Sort.RULE, object);
        Piece.Builder piece = Piece.of(Sort.RULE, object, ObjectKind.RULE, object)
                .host(host)
                .reads(rule.definition())
                .form(rule.definition())
                .make("create rule " + Sql.quote(rule.name()) + " as "
                        + rule.definition().strip().replaceAll(";$", ""))
                .unmake("drop rule " + Sql.quote(rule.name()) + " on " + name.sql(), Danger.DESTRUCTIVE);
        columns(piece, rule.definition());
        pieces.add(piece);
        state(key, ObjectKind.RULE, object, "rule", rule.name(), rule.enabled());
        pieces.comment(
                key, ObjectKind.RULE, object, "rule " + Sql.quote(rule.name()) + " on " + name.sql(), rule.comment());
    }

    void policy(Policy policy) {
        String object = Sql.part(name, policy.name());
        Key key = new Key(Sort.POLICY, object);
        String fragment = ObjectFragments.policy(policy);
        Piece.Builder piece = Piece.of(Sort.POLICY, object, ObjectKind.POLICY, object)
                .host(host)
                .reads(policy.using())
                .reads(policy.withCheck())
                .form(fragment)
                .make("create policy " + Sql.quote(policy.name()) + " on " + name.sql() + " " + fragment)
                .unmake("drop policy " + Sql.quote(policy.name()) + " on " + name.sql(), Danger.DESTRUCTIVE);
        columns(piece, policy.using());
        columns(piece, policy.withCheck());
        pieces.add(piece);
        pieces.comment(
                key,
                ObjectKind.POLICY,
                object,
                "policy " + Sql.quote(policy.name()) + " on " + name.sql(),
                policy.comment());
    }
}
