package org.pgassay.postgres.plans;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** How many bytes the values of a row take, on average: {@code heap_compute_data_size}. */
final class RowWidth {

    /** MAXALIGN on all platforms in use. */
    static final int ALIGNMENT = 8;

    /** Above it a row's longest values are moved out of it: TOAST_TUPLE_THRESHOLD. */
    private static final int TOO_LONG = 2032;

    private static final int TOAST_POINTER = 18;

    /** Up to this length a value of varying length has a header of one byte, and is not aligned. */
    private static final int SHORT = 127;

    private RowWidth() {}

    /** The bytes of the values one after the other, aligned; the end is not. */
    static double of(List<StoredColumn> columns, ToDoubleFunction<StoredColumn> widths) {
        double end = 0;
        for (StoredColumn column : columns) {
            double width = widths.applyAsDouble(column);
            boolean aligned = !column.varies() || width > SHORT;
            end = (aligned ? align(end, column.alignment()) : end) + width;
        }
        return end;
    }

    /** The same for a row of a table, whose long values are kept elsewhere. */
    static double toasted(List<StoredColumn> columns, ToDoubleFunction<StoredColumn> widths) {
        List<StoredColumn> movable =
                new ArrayList<>(columns.stream().filter(StoredColumn::toastable).toList());
        movable.sort(Comparator.comparingDouble(widths).reversed());
        List<StoredColumn> moved = new ArrayList<>();
        ToDoubleFunction<StoredColumn> left =
                column -> moved.contains(column) ? TOAST_POINTER : widths.applyAsDouble(column);
        while (of(columns, left) > TOO_LONG && moved.size() < movable.size()) {
            moved.add(movable.get(moved.size()));
        }
        return of(columns, left);
    }

    /** The length with what alignment adds; where lengths vary, what it adds on average. */
    static double aligned(double length, boolean varies) {
        return varies ? length + (ALIGNMENT - 1) / 2.0 : align(length, ALIGNMENT);
    }

    private static double align(double offset, int alignment) {
        return Math.ceil(offset / alignment) * alignment;
    }
}
