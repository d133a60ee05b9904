package org.pgassay.probe.immutability;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pgassay.probe.immutability.Field.Blow;

/**
 * Finds, of many circumstances, those under which rows change at all, in few round trips.
 *
 * <p>It only sorts out: under how many circumstances every statement fails or leaves all rows as they are. The others are tried
 * one by one, where it is told what refused them.
 */
final class Sweep {

    /** So many statements are run at most in one go, so that no time limit ends it. */
    private static final int AT_ONCE = 2000;

    /**
     * Each statement has a subtransaction of its own. After an accident, such as a value that is taken already, the next
     * statement to the same end is tried; after any other refusal the next end.
     */
    private static final String BLOCK = """
            declare
              circumstances text[] := array[%s]::text[];
              statements text[] := array[%s]::text[];
              ends integer[] := array[%s]::integer[];
              rows_before text[] := pgassay_probe.ledger_rows();
              told text := '';
              state text;
              taken boolean;
              settled integer;
              by_constraint text;
              by_column text;
            begin
              for c in 1 .. cardinality(circumstances) loop
                state := 'r';
                settled := 0;
                begin
                  execute circumstances[c];
                  state := 'h';
                  for s in 1 .. cardinality(statements) loop
                    continue when ends[s] = settled;
                    taken := false;
                    begin
                      execute statements[s];
                      set constraints all immediate;
                      taken := true;
                      if pgassay_probe.ledger_rows() is distinct from rows_before then
                        state := 'c';
                      end if;
                      raise sqlstate 'PGA01';
                    exception when others then
                      get stacked diagnostics by_constraint = constraint_name, by_column = column_name;
                      if taken and sqlstate <> 'PGA01' then
                        state := 'c';
                      elsif not taken and sqlstate <> '42501' and sqlstate not like '22%%'
                          and by_constraint = '' and by_column = '' then
                        settled := ends[s];
                      end if;
                    end;
                    exit when state = 'c';
                  end loop;
                  raise sqlstate 'PGA01';
                exception when others then
                  if sqlstate <> 'PGA01' and state = 'h' then
                    state := 'c';
                  end if;
                end;
                told := told || state;
              end loop;
              perform pg_catalog.set_config('pgassay.told', told, true);
            end
            """;

    private final Assailant assailant;
    private final LedgerRow row;
    private final List<List<Blow>> ends;

    /**
     * A sweep.
     *
     * @param row for whose tenant it is done
     * @param ends lists of statements that are to the same end each; those that the role has no privilege for, whatever the
     *     circumstances, are left out
     */
    Sweep(Assailant assailant, LedgerRow row, List<List<Blow>> ends) {
        this.assailant = assailant;
        this.row = row;
        this.ends = ends.stream()
                .map(blows -> blows.stream()
                        .filter(blow -> !assailant.isBarred(blow.kind()))
                        .toList())
                .filter(blows -> !blows.isEmpty())
                .toList();
    }

    /** What came of a circumstance. */
    enum State {
        /** It cannot be brought about. */
        REFUSED,
        /** All rows stayed as they are. */
        HELD,
        /** A row changed, or it could not be found out. */
        OPEN
    }

    /** What came of each of these statements, after which the others are run. */
    List<State> under(List<String> circumstances) throws SQLException {
        int each = 1 + ends.stream().mapToInt(List::size).sum();
        int size = Math.max(1, AT_ONCE / each);
        List<State> states = new ArrayList<>();
        for (int i = 0; i < circumstances.size(); i += size) {
            states.addAll(atOnce(circumstances.subList(i, Math.min(i + size, circumstances.size()))));
        }
        return states;
    }

    private List<State> atOnce(List<String> circumstances) throws SQLException {
        List<String> statements = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (int end = 0; end < ends.size(); end++) {
            for (Blow blow : ends.get(end)) {
                statements.add(blow.sql());
                numbers.add(String.valueOf(end + 1));
            }
        }
        String block = BLOCK.formatted(constants(circumstances), constants(statements), String.join(", ", numbers));
        Optional<String> told = assailant.ask(
                row.tenant(),
                "do " + Values.constant(block) + "; select pg_catalog.current_setting('pgassay.told') as pgassay_told");
        return told.filter(text -> text.length() == circumstances.size())
                .map(text -> text.chars().mapToObj(Sweep::state).toList())
                .orElseGet(() -> circumstances.stream().map(any -> State.OPEN).toList());
    }

    private static State state(int letter) {
        return letter == 'r' ? State.REFUSED : letter == 'h' ? State.HELD : State.OPEN;
    }

    private static String constants(List<String> texts) {
        return texts.stream().map(Values::constant).collect(Collectors.joining(", "));
    }
}
