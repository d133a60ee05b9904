package org.pgassay.report.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A bar cut into segments, {@value #LENGTH} units long.
 *
 * @param segments in order; only those that stand for more than nothing
 */
public record Bar(List<Segment> segments) {

    /** The bar's length in units. */
    public static final int LENGTH = 1000;

    /** One failure among thousands of passes must be seen, too. */
    private static final int SHORTEST = 6;

    /**
     * A part of the bar.
     *
     * @param name what it stands for
     * @param value how much of it there is
     * @param start where it begins, in units
     * @param length how long it is, in units
     */
    public record Segment(String name, long value, int start, int length) {}

    /** Copies the list. */
    public Bar {
        segments = List.copyOf(segments);
    }

    /** A bar whose segments are as long as the values are large, but never too short to be seen. */
    public static Bar of(Map<String, ? extends Number> values) {
        List<Map.Entry<String, Long>> parts = values.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), entry.getValue().longValue()))
                .filter(entry -> entry.getValue() > 0)
                .toList();
        long sum = parts.stream().mapToLong(Map.Entry::getValue).sum();
        int shared = LENGTH - parts.size() * SHORTEST;
        List<Segment> segments = new ArrayList<>();
        long before = 0;
        for (int i = 0; i < parts.size(); i++) {
            long value = parts.get(i).getValue();
            int start = i * SHORTEST + (int) (before * shared / sum);
            before += value;
            int end = (i + 1) * SHORTEST + (int) (before * shared / sum);
            segments.add(new Segment(parts.get(i).getKey(), value, start, end - start));
        }
        return new Bar(segments);
    }
}
