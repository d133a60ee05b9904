package org.pgassay.report.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BarTest {

    @Test
    void fillsItsLengthWithoutGapsAndShowsTheSmallest() {
        Map<String, Integer> values = new LinkedHashMap<>();
        values.put("passed", 19_999);
        values.put("failed", 1);
        values.put("waived", 0);

        List<Bar.Segment> segments = Bar.of(values).segments();

        assertThat(segments).extracting(Bar.Segment::name).containsExactly("passed", "failed");
        assertThat(segments.get(1).start()).isEqualTo(segments.get(0).length());
        assertThat(segments.get(1).length()).isGreaterThanOrEqualTo(6);
        assertThat(segments.stream().mapToInt(Bar.Segment::length).sum()).isEqualTo(Bar.LENGTH);
    }

    @Test
    void isEmptyWhereThereIsNothing() {
        assertThat(Bar.of(Map.of("passed", 0)).segments()).isEmpty();
    }
}
