package org.pgassay.check.object;

import java.util.ArrayList;
import java.util.List;
import org.pgassay.check.Blueprint.Part;
import org.pgassay.check.Ddl;
import org.pgassay.check.StructurePlan.FurtherStatement;
import org.pgassay.check.StructurePlan.PlannedObject;
import org.pgassay.sql.Token;

/** Writes a domain: constraints that are NOT VALID can only be added to one that is there. */
final class DomainDdl {

    private final Fragment fragment;
    private final List<FurtherStatement> further = new ArrayList<>();
    private final Ddl.Builder create = Ddl.builder().add(" as ");

    private DomainDdl(Fragment fragment) {
        this.fragment = fragment;
    }

    /** Plans a domain whose definition begins with that word. */
    static PlannedObject of(Part part, Fragment fragment) {
        DomainDdl ddl = new DomainDdl(fragment);
        ddl.split();
        return new PlannedObject(part, new Ddl("create domain ", List.of()), ddl.create.build(), ddl.further);
    }

    private void split() {
        List<Token> tokens = fragment.tokens();
        int from = 1;
        int begin = -1;
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean outside = token.depth() == 0;
            boolean named = i > 1 && tokens.get(i - 2).is("constraint");
            if (outside && (token.is("constraint") || (token.is("check") && !named))) {
                begin = i;
            }
            boolean invalid = outside && token.is("valid") && tokens.get(i - 1).is("not");
            if (invalid && begin > 0) {
                add(from, begin);
                further.add(new FurtherStatement(
                        "alter domain ",
                        Ddl.builder()
                                .add(" add ")
                                .add(fragment.ddl(begin, i + 1))
                                .build()));
                from = i + 1;
                begin = -1;
            }
        }
        add(from, tokens.size());
    }

    private void add(int from, int to) {
        create.add(fragment.ddl(from, to)).add(" ");
    }
}
