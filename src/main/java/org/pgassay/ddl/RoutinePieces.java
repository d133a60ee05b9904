package org.pgassay.ddl;

import java.util.List;
import java.util.Locale;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.Routine;
import org.pgassay.check.ObjectFragments;

/** Functions, procedures and aggregates. */
final class RoutinePieces {

    private RoutinePieces() {}

    static void add(Routine routine, Pieces pieces) {
        String signature = Sql.signature(routine);
        String word = Sql.word(routine);
        Piece.Builder piece = Piece.of(Sort.FUNCTION, routine.signature(), ObjectKind.FUNCTION, signature)
                .provides(routine.name())
                .needs(Pieces.schemaKey(routine.name().schema()))
                .reads(routine.declaredArguments())
                .reads(routine.result())
                .reads(routine.support())
                .form(new Form(routine))
                .make(create(routine, false))
                .unmake("drop " + word + " " + signature, Danger.DESTRUCTIVE);
        // Other bodies are texts: nothing that they name has to be there yet, as they are not checked here.
        if (routine.kind() == Routine.Kind.AGGREGATE || isStandard(routine)) {
            piece.reads(routine.body());
        }
        pieces.add(piece);
        Key key = new Key(Sort.FUNCTION, routine.signature());
        String grantee = routine.kind() == Routine.Kind.PROCEDURE ? "procedure " : "function ";
        pieces.grants(
                key,
                new Grants(ObjectKind.FUNCTION, signature, grantee + routine.signature(), "", routine.owner()),
                TypePieces.EVERYBODY,
                routine.grants(),
                false);
        pieces.comment(key, ObjectKind.FUNCTION, signature, word + " " + signature, routine.comment());
    }

    /** What a routine is but for its owner, its privileges and its comment. */
    record Form(Routine routine) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Form form
                    && form.routine.attributes().equals(routine.attributes())
                    && form.routine.arguments().equals(routine.arguments());
        }

        @Override
        public int hashCode() {
            return routine.attributes().hashCode();
        }
    }

    static String create(Routine routine, boolean orReplace) {
        String arguments = routine.declaredArguments();
        boolean bare = routine.kind() == Routine.Kind.AGGREGATE && arguments.isEmpty();
        return "create " + (orReplace ? "or replace " : "") + Sql.word(routine) + " " + routine.name().sql() + "("
                + (bare ? "*" : arguments) + ") " + ObjectFragments.function(routine);
    }

    /** Whether the body is of statements and not a text, so that it depends on what it names. */
    static boolean isStandard(Routine routine) {
        String body = routine.body().toUpperCase(Locale.ROOT);
        return routine.language().equals("sql")
                && List.of("RETURN ", "BEGIN ATOMIC").stream().anyMatch(body::startsWith);
    }
}
