package org.pgassay.postgres.plans;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many pages the rows of a table take, loaded once and vacuumed. */
final class HeapPages {

    static final int PAGE = 8192;

    private static final int PAGE_HEADER = 24;

    /** SizeofHeapTupleHeader. */
    private static final int ROW_HEADER = 23;

    private static final int POINTER = 4;

    private HeapPages() {}

    /**
     * The pages.
     *
     * @param nulls whether some row has a null, which makes it carry a bit for each column
     */
    static long of(StoredTable table, double rows, ToDoubleFunction<StoredColumn> widths, boolean nulls) {
        List<StoredColumn> columns = table.columns();
        int last = columns.isEmpty() ? 0 : columns.get(columns.size() - 1).number();
        double header = RowWidth.aligned(ROW_HEADER + (nulls ? (last + 7) / 8 : 0), false);
        boolean varies = columns.stream().anyMatch(StoredColumn::varies);
        double row = header + RowWidth.aligned(RowWidth.toasted(columns, widths), varies) + POINTER;
        double room = PAGE - PAGE_HEADER - PAGE * (100 - table.fillFactor()) / 100.0;
        return (long) Math.ceil(rows / Math.max(1, Math.floor(room / row)));
    }
}
