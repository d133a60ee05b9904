package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Grant;
import org.pgassay.catalog.ObjectKind;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.UserType;
import org.pgassay.sql.Token;

/** Enums, domains, composite types and ranges. */
final class TypePieces {

    /** What everybody may do with a type or a routine as long as nobody revokes it. */
    static final List<Grant> EVERYBODY = List.of(new Grant(Grant.PUBLIC, "ALL", false));

    private TypePieces() {}

    static void add(UserType type, Pieces pieces) {
        String name = type.name().sql();
        String word = type.kind() == UserType.Kind.DOMAIN ? "domain " : "type ";
        Piece.Builder piece = Piece.of(Sort.TYPE, name, ObjectKind.TYPE, name)
                .provides(type.name())
                .needs(Pieces.schemaKey(type.name().schema()))
                .form(new Form(type))
                .makeAll(create(type, type.name()))
                .unmake("drop " + word + name, Danger.DESTRUCTIVE);
        type.fields().forEach(piece::reads);
        piece.reads(type.definition());
        QualifiedName multirange = multirange(type);
        if (multirange != null) {
            piece.provides(multirange);
        }
        pieces.add(piece);
        Key key = new Key(Sort.TYPE, name);
        pieces.grants(
                key, new Grants(ObjectKind.TYPE, name, word + name, "", type.owner()), EVERYBODY, type.grants(), false);
        pieces.comment(key, ObjectKind.TYPE, name, word + name, type.comment());
        for (UserType.Part part : type.parts()) {
            String clause = type.kind() == UserType.Kind.DOMAIN
                    ? "constraint " + Sql.quote(part.name()) + " on domain " + name
                    : "column " + Sql.part(type.name(), part.name());
            pieces.comment(key, ObjectKind.TYPE, Sql.part(type.name(), part.name()), clause, part.comment());
        }
    }

    /** What a type is but for its owner, its privileges and its comments. */
    record Form(UserType type) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Form form
                    && form.type.attributes().equals(type.attributes())
                    && form.type.labels().equals(type.labels());
        }

        @Override
        public int hashCode() {
            return type.attributes().hashCode();
        }
    }

    /** What makes the type under a name. */
    static List<DdlStatement> create(UserType type, QualifiedName as) {
        String name = as.sql();
        return switch (type.kind()) {
            case ENUM ->
                List.of(statement(type, "create type " + name + " as enum (" + Sql.literals(type.labels()) + ")"));
            case DOMAIN -> domain(type, Domain.of(String.valueOf(type.definition())), name);
            case COMPOSITE ->
                List.of(statement(type, "create type " + name + " as (" + String.join(", ", type.fields()) + ")"));
            case RANGE -> List.of(statement(type, "create type " + name + " as range (" + type.definition() + ")"));
        };
    }

    private static List<DdlStatement> domain(UserType type, Domain domain, String name) {
        List<DdlStatement> statements = new ArrayList<>();
        statements.add(statement(type, "create domain " + name + " as " + domain.created()));
        domain.checks().forEach((constraint, check) -> {
            if (!Domain.isValid(check)) {
                statements.add(statement(
                        type, "alter domain " + name + " add constraint " + Sql.quote(constraint) + " " + check));
            }
        });
        return statements;
    }

    private static DdlStatement statement(UserType type, String sql) {
        return DdlStatement.of(sql, ObjectKind.TYPE, type.name().sql(), Danger.ADDITIVE);
    }

    /** The type of several ranges, which comes with a range. */
    private static @Nullable QualifiedName multirange(UserType type) {
        if (type.kind() != UserType.Kind.RANGE || type.definition() == null) {
            return null;
        }
        List<Token> tokens = Names.tokens(type.definition());
        for (int i = 0; i + 4 < tokens.size(); i++) {
            if (tokens.get(i).is("multirange_type_name")) {
                return new QualifiedName(
                        tokens.get(i + 2).name(), tokens.get(i + 4).name());
            }
        }
        return null;
    }
}
