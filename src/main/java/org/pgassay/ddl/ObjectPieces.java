package org.pgassay.ddl;

import java.util.List;
import java.util.Objects;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Trigger;
import org.pgassay.sql.Token;

/** Collations, statistics, event triggers, publications and foreign servers. */
final class ObjectPieces {

    private ObjectPieces() {}

    static void add(DatabaseObject object, Pieces pieces) {
        switch (object.kind()) {
            case COLLATION -> plain(Sort.COLLATION, "collation", object, pieces);
            case STATISTICS -> statistics(object, pieces);
            case EVENT_TRIGGER -> eventTrigger(object, pieces);
            case PUBLICATION -> plain(Sort.PUBLICATION, "publication", object, pieces);
            case FOREIGN_SERVER -> plain(Sort.SERVER, "server", object, pieces);
            case OTHER -> OtherPieces.add(object, pieces);
            case SCHEMA,
                    TABLE,
                    COLUMN,
                    INDEX,
                    CONSTRAINT,
                    TRIGGER,
                    POLICY,
                    RULE,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    FUNCTION,
                    TYPE,
                    EXTENSION,
                    DEFAULT_PRIVILEGES -> throw new IllegalArgumentException(object.kind() + " has a record of its own");
        }
    }

    private static String name(DatabaseObject object) {
        String schema = object.schema();
        return schema == null ? Sql.quote(object.name()) : new QualifiedName(schema, object.name()).sql();
    }

    private static Piece.Builder piece(Sort sort, String word, DatabaseObject object) {
        String name = name(object);
        Piece.Builder piece = Piece.of(sort, name, object.kind(), name)
                .reads(object.definition())
                .form(object.definition())
                .unmake("drop " + word + " " + name, Danger.DESTRUCTIVE);
        String schema = object.schema();
        if (schema != null) {
            piece.provides(new QualifiedName(schema, object.name())).needs(Pieces.schemaKey(schema));
        }
        return piece;
    }

    private static void plain(Sort sort, String word, DatabaseObject object, Pieces pieces) {
        String name = name(object);
        Piece.Builder piece = piece(sort, word, object).make(("create " + word + " " + name + " " + object.definition()).strip());
        List<Token> tokens = Names.tokens(object.definition());
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i - 1).is("wrapper")) {
                piece.needs(new Key(Sort.WRAPPER, Sql.quote(tokens.get(i).name())));
            } else if (tokens.get(i - 1).is("schema")) {
                piece.needs(Pieces.schemaKey(tokens.get(i).name()));
            }
        }
        pieces.add(piece);
        attachments(new Key(sort, name), word, object, pieces);
    }

    private static void attachments(Key key, String word, DatabaseObject object, Pieces pieces) {
        String name = name(object);
        if (object.kind() == ObjectKind.FOREIGN_SERVER) {
            pieces.grants(
                    key,
                    new Grants(
                            object.kind(),
                            name,
                            "foreign server " + name,
                            "",
                            Objects.requireNonNullElse(object.owner(), "")),
                    List.of(),
                    object.grants(),
                    false);
        }
        pieces.comment(key, object.kind(), name, word + " " + name, object.comment());
    }

    private static void statistics(DatabaseObject object, Pieces pieces) {
        String name = name(object);
        int target = Sql.keyword(object.definition(), "statistics");
        String definition = target < 0
                ? object.definition()
                : object.definition().substring(0, target).strip();
        Piece.Builder piece = piece(Sort.STATISTICS, "statistics", object)
                .form(definition)
                .make("create statistics " + name + " " + definition);
        pieces.add(piece);
        Key key = new Key(Sort.STATISTICS, name);
        if (target >= 0) {
            String alter = "alter statistics " + name + " set ";
            pieces.add(Piece.of(Sort.SETTING, "statistics " + name, object.kind(), name)
                    .host(key)
                    .form(object.definition().substring(target))
                    .make(alter + object.definition().substring(target).toLowerCase(java.util.Locale.ROOT))
                    .unmake(alter + "statistics -1", Danger.ADDITIVE));
        }
        attachments(key, "statistics", object, pieces);
    }

    private static void eventTrigger(DatabaseObject object, Pieces pieces) {
        String name = name(object);
        Key key = new Key(Sort.EVENT_TRIGGER, name);
        Trigger.Enabled enabled = Objects.requireNonNullElse(object.enabled(), Trigger.Enabled.ORIGIN);
        Piece.Builder piece = piece(Sort.EVENT_TRIGGER, "event trigger", object)
                .form(List.of(object.definition(), enabled))
                .make("create event trigger " + name + " " + object.definition());
        switch (enabled) {
            case ORIGIN -> {
                // As it is made.
            }
            case ALWAYS -> piece.make("alter event trigger " + name + " enable always");
            case REPLICA -> piece.make("alter event trigger " + name + " enable replica");
            case DISABLED -> piece.make("alter event trigger " + name + " disable");
        }
        pieces.add(piece);
        attachments(key, "event trigger", object, pieces);
    }
}
