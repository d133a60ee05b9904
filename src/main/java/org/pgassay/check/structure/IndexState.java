package org.pgassay.check.structure;

import java.util.Map;
import org.pgassay.catalog.Index;
import org.pgassay.check.structure.StructureSection.IndexSpec;

/** What an index is beside its definition: whether queries can use it, and the statistics targets of its columns. */
public record IndexState(boolean valid, Map<String, String> statistics) {

    /** Copies the map. */
    public IndexState {
        statistics = Map.copyOf(statistics);
    }

    /** What a spec states; what it leaves out must be as it is without saying. */
    public static IndexState stated(IndexSpec index) {
        return new IndexState(!Boolean.FALSE.equals(index.valid()), OptionValues.stated(index.statistics()));
    }

    /** What an index is. */
    public static IndexState of(Index index) {
        return new IndexState(index.valid(), OptionValues.printed(index.statistics()));
    }

    /** A definition with what is not usual of the state. */
    public String shown(String definition) {
        return definition + (statistics.isEmpty() ? "" : " statistics " + statistics) + (valid ? "" : " (invalid)");
    }
}
