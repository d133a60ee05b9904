package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pgassay.catalog.Identifiers;
import org.pgassay.catalog.Routine;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan.FurtherStatement;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.check.object.ObjectsSection.FunctionSpec;
import org.pgassay.check.object.ObjectsSection.ViewSpec;
import org.pgassay.check.structure.StructureSection.IndexSpec;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.Token;

/** Writes what a spec states of objects as DDL that PostgreSQL takes. */
final class ObjectDdl {

    private static final Set<String> QUERY = Set.of("select", "values", "table");

    private ObjectDdl() {}

    /** A view; the defaults of its columns, which CREATE VIEW does not take, are set afterwards. */
    static PlannedObject view(Part part, ViewSpec view) {
        PlannedObject made = view(part, view.is());
        List<FurtherStatement> defaults = new ArrayList<>();
        view.columns().forEach((column, spec) -> {
            SourceText value = spec.value();
            if (value != null) {
                Ddl set = Ddl.builder()
                        .add(" alter column " + Identifiers.quote(column) + " set default ")
                        .add(Fragment.of(value).ddl())
                        .build();
                defaults.add(new FurtherStatement("alter view ", set));
            }
        });
        return new PlannedObject(made.part(), made.before(), made.after(), defaults);
    }

    private static PlannedObject view(Part part, SourceText is) {
        Fragment fragment = Fragment.of(is);
        String create = fragment.begins("recursive") ? "create recursive view " : "create view ";
        int from = fragment.begins("recursive") ? 1 : 0;
        return planned(
                part, create, as(fragment), fragment.ddl(from, fragment.tokens().size()), "");
    }

    /** A materialized view is made without its rows: its query must not run. */
    static PlannedObject materializedView(Part part, SourceText is) {
        Fragment fragment = Fragment.of(is);
        List<Token> tokens = fragment.tokens();
        int to = tokens.size();
        if (to > 0 && tokens.get(to - 1).is("data")) {
            if (to > 2 && tokens.get(to - 2).is("no") && tokens.get(to - 3).is("with")) {
                to -= 3;
            } else if (to > 1 && tokens.get(to - 2).is("with")) {
                to -= 2;
            }
        }
        return planned(part, "create materialized view ", as(fragment), fragment.ddl(0, to), " with no data");
    }

    /** Whether a query stands there alone, or what CREATE VIEW has before it as well. */
    private static String as(Fragment fragment) {
        if (fragment.isEmpty()) {
            return " ";
        }
        Token first = fragment.tokens().get(0);
        boolean query = QUERY.stream().anyMatch(first::is);
        if (first.is("with")) {
            query = fragment.tokens().size() < 2 || !fragment.tokens().get(1).isSymbol('(');
        } else if (first.isSymbol('(')) {
            // A list of column names is followed by the rest of the definition, a query in parentheses is not.
            query = fragment.behindParenthesis()
                    .map(token -> !(token.is("as") || token.is("with") || token.is("using") || token.is("tablespace")))
                    .orElse(true);
        }
        return query ? " as " : " ";
    }

    static PlannedObject index(Part part, IndexSpec index) {
        Fragment fragment = Fragment.of(index.is());
        boolean unique = fragment.begins("unique");
        return planned(
                part,
                "create " + (unique ? "unique " : "") + "index " + Identifiers.quote(part.name()) + " on ",
                " ",
                fragment.ddl(unique ? 1 : 0, fragment.tokens().size()),
                "");
    }

    /** A sequence without the column that owns it, which PostgreSQL wants in the same schema. */
    static PlannedObject sequence(Part part, SourceText is) {
        Fragment fragment = Fragment.of(is);
        Optional<OwnedBy> owned = OwnedBy.of(fragment);
        int begin = fragment.begins("unlogged") ? 1 : 0;
        int from = owned.map(OwnedBy::from).orElse(fragment.tokens().size());
        int to = owned.map(OwnedBy::to).orElse(fragment.tokens().size());
        Ddl after = Ddl.builder()
                .add(" ")
                .add(fragment.ddl(begin, from))
                .add(" ")
                .add(fragment.ddl(to, fragment.tokens().size()))
                .build();
        return new PlannedObject(
                part, word(begin == 0 ? "create sequence " : "create unlogged sequence "), located(after, is));
    }

    static PlannedObject type(Part part, SourceText is) {
        Fragment fragment = Fragment.of(is);
        if (fragment.begins("domain")) {
            return DomainDdl.of(part, fragment);
        }
        int from = fragment.begins("composite") ? 1 : 0;
        return planned(
                part,
                "create type ",
                " as ",
                fragment.ddl(from, fragment.tokens().size()),
                "");
    }

    /** Extended statistics; the number of values to keep, which CREATE STATISTICS does not take, may end the definition. */
    static PlannedObject statistics(Part part, SourceText is) {
        Fragment fragment = Fragment.of(is);
        int end = fragment.tokens().size();
        if (end < 2 || !fragment.tokens().get(end - 2).is("statistics")) {
            return plain(part, "create statistics ", is);
        }
        Ddl target = Ddl.builder().add(" set ").add(fragment.ddl(end - 2, end)).build();
        return new PlannedObject(
                part,
                word("create statistics "),
                Ddl.builder().add(" ").add(fragment.ddl(0, end - 2)).build(),
                List.of(new FurtherStatement("alter statistics ", target)));
    }

    /** A function; where the spec says nothing of its body, it gets an empty one, which is never looked at. */
    static PlannedObject function(Part part, FunctionKey key, FunctionSpec function) {
        Fragment fragment = Fragment.of(function.is());
        boolean whole = key.kind() == Routine.Kind.AGGREGATE || statesBody(fragment);
        Ddl after = Ddl.builder()
                .add("(")
                .add(arguments(key, function))
                .add(") ")
                .add(fragment.ddl())
                .add(whole ? "" : " as ''")
                .build();
        return new PlannedObject(part, word("create " + key.word() + " "), located(after, function.is()));
    }

    /** Something with the arguments of a function that must not exist: PostgreSQL tells their types from it. */
    static PlannedObject argumentsOf(Part part, FunctionKey key, FunctionSpec function) {
        boolean all = key.arguments().equals("*");
        Ddl after = Ddl.builder()
                .add("(")
                .add(all ? new Ddl("", List.of()) : arguments(key, function))
                .add(") language sql as ''")
                .build();
        return new PlannedObject(part, word("create procedure "), located(after, function.is()));
    }

    /** The arguments, which stand in the key, and so have no place of their own. */
    private static Ddl arguments(FunctionKey key, FunctionSpec function) {
        SourceText written =
                new SourceText(new Node.Scalar(function.location(), key.arguments(), Node.Scalar.Type.TEXT, false, 0));
        return Ddl.builder().add(written, 0, key.arguments().length()).build();
    }

    /** Whether a function's definition has its body in it. */
    static boolean statesBody(Fragment fragment) {
        List<Token> tokens = fragment.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            boolean text = tokens.get(i).is("as") && tokens.get(i + 1).kind() == Token.Kind.STRING;
            boolean standard = tokens.get(i).is("return")
                    || (tokens.get(i).is("begin") && tokens.get(i + 1).is("atomic"));
            if (tokens.get(i).depth() == 0 && (text || standard)) {
                return true;
            }
        }
        return false;
    }

    /** An object whose definition follows its name as it stands. */
    static PlannedObject plain(Part part, String create, SourceText is) {
        return planned(part, create, " ", Fragment.of(is).ddl(), "");
    }

    private static PlannedObject planned(Part part, String create, String link, Ddl fragment, String end) {
        return new PlannedObject(
                part,
                word(create),
                Ddl.builder().add(link).add(fragment).add(end).build());
    }

    private static Ddl word(String words) {
        return new Ddl(words, List.of());
    }

    /** The same DDL; where nothing of it is the spec's, an error in it is one at the fragment. */
    private static Ddl located(Ddl ddl, SourceText source) {
        return ddl.spans().isEmpty()
                ? Ddl.builder().add(ddl.sql()).add(source, 0, 0).build()
                : ddl;
    }
}
