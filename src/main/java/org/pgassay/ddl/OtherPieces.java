package org.pgassay.ddl;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.pgassay.catalog.DatabaseObject;
import org.pgassay.catalog.Grant;

/** Objects of the kinds without a record of their own; their names are their types and identities. */
final class OtherPieces {

    /** The types as pg_identify_object names them, longest first, and the words that DDL has for them. */
    private static final List<String> TYPES = List.of(
            "text search configuration",
            "text search dictionary",
            "text search template",
            "text search parser",
            "foreign-data wrapper",
            "operator family",
            "operator class",
            "access method",
            "subscription",
            "user mapping",
            "conversion",
            "transform",
            "operator",
            "language",
            "cast",
            "type");

    private static final Map<String, String> ALIGNMENTS = Map.of("c", "char", "s", "int2", "i", "int4", "d", "double");

    private static final Map<String, String> STORAGES =
            Map.of("p", "plain", "m", "main", "e", "external", "x", "extended");

    /** An option whose value is a function, or for COMMUTATOR and the like an operator. */
    private static final Pattern FUNCTION = Pattern.compile("([A-Z_]+) = (.*)", Pattern.DOTALL);

    private final DatabaseObject object;
    private final Pieces pieces;
    private final String type;
    private final String identity;
    private final String words;

    private OtherPieces(DatabaseObject object, Pieces pieces) {
        this.object = object;
        this.pieces = pieces;
        this.type = TYPES.stream()
                .filter(each -> object.name().startsWith(each + " "))
                .findFirst()
                .orElse("");
        this.identity = type.isEmpty() ? object.name() : object.name().substring(type.length() + 1);
        this.words = type.replace('-', ' ');
    }

    static void add(DatabaseObject object, Pieces pieces) {
        new OtherPieces(object, pieces).add();
    }

    private void add() {
        Piece.Builder piece = start();
        String definition = object.definition();
        switch (type) {
            case "operator" -> piece.make("create operator " + Sql.nameOnly(identity) + " (" + operatorOptions() + ")");
            case "operator family" -> {
                piece.make("create operator family " + identity);
                List<String> loose = looseMembers();
                if (!loose.isEmpty()) {
                    piece.make("alter operator family " + identity + " add " + String.join(", ", loose));
                }
            }
            case "operator class" -> operatorClass(piece);
            case "cast", "transform" -> piece.make("create " + type + " " + identity + " " + definition);
            case "conversion" -> {
                boolean standard = definition.startsWith("DEFAULT ");
                String rest = standard ? definition.substring("DEFAULT ".length()) : definition;
                piece.make(
                        "create " + (standard ? "default " : "") + "conversion " + identity + " " + Sql.nameOnly(rest));
            }
            case "text search configuration" -> configuration(piece);
            case "text search dictionary" -> piece.make("create text search dictionary " + identity + " " + definition);
            case "text search parser", "text search template" ->
                piece.make("create " + type + " " + identity + " (" + functions() + ")");
            case "type" -> baseType(piece);
            case "foreign-data wrapper", "access method" ->
                piece.make(("create " + words + " " + identity + " " + withoutArguments(definition)).strip());
            case "language" -> {
                boolean trusted = definition.startsWith("TRUSTED ");
                piece.make("create " + (trusted ? "trusted " : "") + "language " + identity + " "
                        + withoutArguments(trusted ? definition.substring("TRUSTED ".length()) : definition));
            }
            case "user mapping" -> userMapping(piece);
            case "subscription" ->
                piece.note("Its connection is a secret that a catalog does not hold. Make the subscription by hand: "
                        + definition + ".");
            default -> piece.note("It cannot be made from what a catalog holds of it: " + definition + ".");
        }
        pieces.add(piece);
        attach(new Key(sort(), name()));
    }

    private Sort sort() {
        return type.equals("foreign-data wrapper") ? Sort.WRAPPER : Sort.OTHER;
    }

    private String name() {
        return type.equals("foreign-data wrapper") ? identity : object.name();
    }

    private Piece.Builder start() {
        Piece.Builder piece = Piece.of(sort(), name(), object.kind(), object.name())
                .reads(object.definition())
                .reads(type.equals("cast") || type.equals("transform") ? identity : null)
                .form(object.definition())
                .unmake("drop " + words + " " + dropped(), Danger.DESTRUCTIVE);
        String schema = object.schema();
        if (schema != null) {
            piece.needs(Pieces.schemaKey(schema));
            Names.in(identity).stream()
                    .filter(each -> each.schema().equals(schema))
                    .findFirst()
                    .ifPresent(piece::provides);
        }
        return piece;
    }

    private String dropped() {
        return type.equals("user mapping") ? "for " + mapped() : identity;
    }

    private void attach(Key key) {
        if (!type.equals("user mapping") && !type.isEmpty()) {
            pieces.comment(key, object.kind(), object.name(), words + " " + identity, object.comment());
        }
        boolean language = type.equals("language");
        if (type.equals("type")) {
            pieces.grants(
                    key,
                    new Grants(
                            object.kind(),
                            object.name(),
                            "type " + identity,
                            "",
                            Objects.requireNonNullElse(object.owner(), "")),
                    TypePieces.EVERYBODY,
                    object.grants(),
                    false);
        }
        if (language || type.equals("foreign-data wrapper")) {
            pieces.grants(
                    key,
                    new Grants(
                            object.kind(),
                            object.name(),
                            (language ? "language " : "foreign data wrapper ") + identity,
                            "",
                            Objects.requireNonNullElse(object.owner(), "")),
                    language ? TypePieces.EVERYBODY : List.<Grant>of(),
                    object.grants(),
                    false);
        }
    }

    /** The options between the parentheses of the definition, one by one. */
    private List<String> options() {
        String inner = object.definition().strip();
        return Sql.split(inner.substring(1, inner.length() - 1));
    }

    private String operatorOptions() {
        List<String> options = new ArrayList<>();
        for (String option : options()) {
            var parts = FUNCTION.matcher(option);
            if (!parts.matches()) {
                options.add(option);
            } else if (List.of("COMMUTATOR", "NEGATOR").contains(parts.group(1))) {
                options.add(parts.group(1) + " = operator(" + Sql.nameOnly(parts.group(2)) + ")");
            } else if (parts.group(1).endsWith("ARG")) {
                options.add(option);
            } else {
                options.add(parts.group(1) + " = " + Sql.nameOnly(parts.group(2)));
            }
        }
        return String.join(", ", options);
    }

    private String functions() {
        return String.join(", ", options().stream().map(Sql::nameOnly).toList());
    }

    /** Words like {@code HANDLER f(internal)}: functions are called by their names alone. */
    private static String withoutArguments(String definition) {
        int options = Sql.keyword(definition, "options");
        String head = options < 0 ? definition : definition.substring(0, options);
        StringBuilder sql = new StringBuilder();
        int from = 0;
        for (var token : Names.tokens(head)) {
            if (token.depth() == 0 && token.isSymbol('(')) {
                sql.append(head, from, token.offset());
            } else if (token.depth() == 0 && token.isSymbol(')')) {
                from = token.end();
            }
        }
        sql.append(head.substring(from));
        return sql + (options < 0 ? "" : definition.substring(options));
    }

    private void operatorClass(Piece.Builder piece) {
        List<String> parts = Sql.split(object.definition());
        String head = parts.get(0);
        boolean standard = head.startsWith("DEFAULT ");
        String rest = standard ? head.substring("DEFAULT ".length()) : head;
        int using = identity.lastIndexOf(" USING ");
        String family = rest.substring(rest.indexOf(" FAMILY ") + " FAMILY ".length());
        int method = rest.indexOf(" USING ");
        piece.needs(new Key(Sort.OTHER, "operator family " + family + identity.substring(using)));
        List<String> members = new ArrayList<>(parts.subList(1, parts.size()));
        if (members.isEmpty()) {
            members.add("STORAGE " + rest.substring("FOR TYPE ".length(), method));
        }
        piece.make("create operator class " + identity.substring(0, using) + " " + (standard ? "default " : "") + rest
                + " as " + String.join(", ", members));
    }

    /** The members of a family that come with none of its classes. */
    private List<String> looseMembers() {
        List<String> members = new ArrayList<>(Sql.split(object.definition()));
        members.remove(0);
        String family = identity.substring(0, identity.lastIndexOf(" USING "));
        for (DatabaseObject other : pieces.source().catalog().objects()) {
            if (other.name().startsWith("operator class ") && other.definition().contains(" FAMILY " + family)) {
                members.removeAll(Sql.split(other.definition()));
            }
        }
        return members;
    }

    private void configuration(Piece.Builder piece) {
        List<String> parts = Sql.split(object.definition());
        piece.make("create text search configuration " + identity + " " + parts.get(0));
        StringBuilder mapping = new StringBuilder();
        for (String part : parts.subList(1, parts.size())) {
            if (part.startsWith("MAPPING FOR ")) {
                flush(mapping, piece);
            }
            mapping.append(mapping.isEmpty() ? "" : ", ").append(part);
        }
        flush(mapping, piece);
    }

    private void flush(StringBuilder mapping, Piece.Builder piece) {
        if (!mapping.isEmpty()) {
            piece.make("alter text search configuration " + identity + " add "
                    + mapping.toString().replaceFirst("^MAPPING FOR (\\S+) WITH", "mapping for $1 with"));
            mapping.setLength(0);
        }
    }

    private void baseType(Piece.Builder piece) {
        String schema = object.schema();
        Key shell = new Key(Sort.SHELL, identity);
        if (object.definition().equals("SHELL")) {
            piece.make("create type " + identity);
            return;
        }
        pieces.add(Piece.of(Sort.SHELL, identity, object.kind(), object.name())
                .needs(Pieces.schemaKey(Objects.requireNonNull(schema, "a type has a schema")))
                .form("shell")
                .make("create type " + identity)
                .unmake("drop type " + identity + " cascade", Danger.DESTRUCTIVE));
        piece.with(shell);
        List<String> options = new ArrayList<>();
        for (String option : options()) {
            options.add(baseOption(option));
        }
        piece.make("create type " + identity + " (" + String.join(", ", options) + ")");
    }

    private static String baseOption(String option) {
        var parts = FUNCTION.matcher(option);
        if (!parts.matches()) {
            return option.equals("PASSEDBYVALUE") ? option : option + " = true";
        }
        return switch (parts.group(1)) {
            case "ALIGNMENT" -> "ALIGNMENT = " + ALIGNMENTS.get(parts.group(2));
            case "STORAGE" -> "STORAGE = " + STORAGES.get(parts.group(2));
            case "INTERNALLENGTH", "CATEGORY", "DEFAULT", "ELEMENT", "DELIMITER" -> option;
            default -> parts.group(1) + " = " + Sql.nameOnly(parts.group(2));
        };
    }

    /** {@code role server s}: the identity gives the role, the definition the server as SQL. */
    private String mapped() {
        int on = identity.lastIndexOf(" on server ");
        String role = identity.substring(0, on);
        String server = object.definition().replaceFirst("(?s) OPTIONS \\(.*$", "");
        return (role.equals("public") ? role : Sql.quote(role)) + " "
                + server.toLowerCase(Locale.ROOT).substring(0, 7) + server.substring(7);
    }

    private void userMapping(Piece.Builder piece) {
        String server =
                object.definition().replaceFirst("(?s) OPTIONS \\(.*$", "").substring("SERVER ".length());
        piece.needs(new Key(Sort.SERVER, server));
        if (object.definition().contains(" OPTIONS (")) {
            piece.note("The values of its options are secrets that a catalog does not hold. Make it by hand: create"
                    + " user mapping for " + mapped() + " options (…).");
        } else {
            piece.make("create user mapping for " + mapped());
        }
    }
}
