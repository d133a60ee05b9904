package org.pgassay.ddl;

import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Sequence;
import org.pgassay.sql.Token;

/** Sequences, and the columns that own them. */
final class SequencePieces {

    private SequencePieces() {}

    static void add(Sequence sequence, Pieces pieces) {
        String name = sequence.name().sql();
        Key key = new Key(Sort.SEQUENCE, name);
        String column = sequence.ownedBy();
        Piece.Builder piece = Piece.of(Sort.SEQUENCE, name, ObjectKind.SEQUENCE, name)
                .provides(sequence.name())
                .needs(Pieces.schemaKey(sequence.name().schema()));
        if (sequence.identity() && column != null) {
            // Its column makes it, and all of its options are the column's.
            pieces.add(piece.host(new Key(Sort.COLUMN, column)).within(true).form("identity"));
        } else {
            pieces.add(piece.form(new Form(sequence))
                    .make("create " + (sequence.unlogged() ? "unlogged " : "") + "sequence " + name + " "
                            + options(sequence))
                    .unmake("drop sequence " + name, Danger.DESTRUCTIVE));
            if (column != null) {
                own(key, sequence, column, pieces);
            }
        }
        pieces.grants(
                key,
                new Grants(ObjectKind.SEQUENCE, name, "sequence " + name, "", sequence.owner()),
                java.util.List.of(),
                sequence.grants(),
                false);
        pieces.comment(key, ObjectKind.SEQUENCE, name, "sequence " + name, sequence.comment());
    }

    /** What a sequence is but for its owners, its privileges and its comment. */
    record Form(Sequence sequence) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Form form
                    && options(form.sequence).equals(options(sequence))
                    && form.sequence.unlogged() == sequence.unlogged();
        }

        @Override
        public int hashCode() {
            return options(sequence).hashCode();
        }
    }

    private static void own(Key key, Sequence sequence, String column, Pieces pieces) {
        String name = sequence.name().sql();
        var parts = Names.tokens(column).stream()
                .filter(Token::isName)
                .map(Token::name)
                .toList();
        pieces.add(Piece.of(Sort.OWNED, name, ObjectKind.SEQUENCE, name)
                .host(key)
                .ownDrop()
                .needs(new Key(Sort.COLUMN, column))
                .needs(new QualifiedName(parts.get(0), parts.get(1)))
                .form(column)
                .make("alter sequence " + name + " owned by " + column)
                .unmake("alter sequence " + name + " owned by none", Danger.ADDITIVE));
    }

    static String options(Sequence sequence) {
        return "as " + sequence.type() + " start with " + sequence.start() + " increment by " + sequence.increment()
                + " minvalue " + sequence.minimum() + " maxvalue " + sequence.maximum() + " cache " + sequence.cache()
                + (sequence.cycle() ? " cycle" : " no cycle");
    }
}
