package org.pgassay.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.pgassay.plan.Growth.Point;

/** Growth is told apart over decades, whatever the steps between. */
class GrowthTest {

    private static Growth growth(String order, DoubleUnaryOperator cost, double... rows) {
        List<Point> points = DoubleStream.of(rows)
                .mapToObj(each -> new Point(each, cost.applyAsDouble(each), "Seq Scan on t", "[]"))
                .toList();
        return Growth.of("t", order, points);
    }

    @Test
    void aLineIsNoLogarithm() {
        Growth growth = growth("logarithmic", rows -> rows / 100, 1e3, 1e5, 1e7);

        Growth.Step broken = Objects.requireNonNull(growth.broken());
        assertThat(broken.from().rows()).isEqualTo(1e3);
        assertThat(broken.to().rows()).isEqualTo(1e5);
    }

    @Test
    void aRootIsNoLogarithm() {
        assertThat(growth("logarithmic", Math::sqrt, 1e3, 1e4, 1e5, 1e6).broken())
                .isNotNull();
    }

    @Test
    void aLogarithmIsALogarithmAndNoConstant() {
        DoubleUnaryOperator cost = rows -> 8 * Math.log(rows);

        assertThat(growth("logarithmic", cost, 1e3, 1e5, 1e9).broken()).isNull();
        assertThat(growth("constant", cost, 1e3, 1e5, 1e9).broken()).isNotNull();
    }

    @Test
    void aLineIsALineAndASquareIsNone() {
        assertThat(growth("linear", rows -> 20 + rows / 50, 1e3, 1e6, 1e9).broken())
                .isNull();
        assertThat(growth("linear", rows -> rows * rows / 1e4, 1e3, 1e4, 1e5).broken())
                .isNotNull();
    }

    @Test
    void smallStepsHideNothing() {
        assertThat(growth("constant", rows -> rows / 100, 1e3, 2e3, 4e3, 8e3, 1.6e4, 1e5)
                        .broken())
                .isNotNull();
    }

    @Test
    void whatIsCheaperThanTwoPagesCountsAsThat() {
        assertThat(growth("constant", rows -> rows < 100 ? 1.1 : 8.4, 10, 1e3, 1e6)
                        .broken())
                .isNull();
    }

    @Test
    void thereAreThreeOrders() {
        assertThatThrownBy(() -> Growth.allowed("cubic", 1, 10)).isInstanceOf(IllegalArgumentException.class);
    }
}
