package org.pgassay.check.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Names;
import org.pgassay.check.QueryPlans.Query;
import org.pgassay.check.QueryPlans.Scale;
import org.pgassay.check.plan.PlanSection.ColumnSpec;
import org.pgassay.check.plan.PlanSection.QuerySpec;
import org.pgassay.check.plan.PlanSection.SizeSpec;
import org.pgassay.plan.ColumnShape;
import org.pgassay.plan.StatisticsFile;
import org.pgassay.plan.StatisticsFileException;
import org.pgassay.plan.TableSize;
import org.pgassay.spec.Node;
import org.pgassay.spec.SourceText;
import org.pgassay.sql.NamedParameters;
import org.pgassay.sql.Statements;

/** Makes questions of what a spec states. */
final class Queries {

    private static final String UNIQUE = "unique";

    private Queries() {}

    static StatedQuery of(String name, QuerySpec stated, Names names, Path folder) {
        String text = Statements.of(stated.sql().text()).get(0).text();
        Map<String, @Nullable String> params = new LinkedHashMap<>();
        stated.params().forEach((param, value) -> params.put(param, text(value)));
        SourceText as = stated.as();
        List<TableSize> sizes = new ArrayList<>();
        stated.at().forEach((table, size) -> sizes.add(size(table, size, names)));
        return new StatedQuery(
                name,
                text,
                new Query(NamedParameters.of(text).with(params), params, as == null ? null : as.text()),
                new Scale(sizes, statistics(stated.statistics(), folder)),
                names);
    }

    private static Optional<StatisticsFile> statistics(@Nullable SourceText file, Path folder) {
        return file == null ? Optional.empty() : Optional.of(read(folder.resolve(file.text())));
    }

    /**
     * Reads a file of statistics.
     *
     * @throws StatisticsFileException if it is none
     */
    static StatisticsFile read(Path file) {
        try {
            return StatisticsFile.read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    private static @Nullable String text(Node value) {
        return value instanceof Node.Scalar scalar && scalar.type() != Node.Scalar.Type.NULL ? scalar.value() : null;
    }

    private static TableSize size(String table, SizeSpec size, Names names) {
        Map<String, ColumnShape> columns = new LinkedHashMap<>();
        size.columns().forEach((column, shape) -> columns.put(column, shape(shape)));
        Double pages = size.pages();
        return new TableSize(names.resolve(table), size.rows(), pages == null ? null : pages.longValue(), columns);
    }

    private static ColumnShape shape(ColumnSpec column) {
        List<SourceText> bounds = column.range().isEmpty() ? column.bounds() : column.range();
        Double width = column.width();
        return new ColumnShape(
                distinct(column.distinct()),
                column.common(),
                column.nulls(),
                column.correlation(),
                width == null ? null : (int) Math.max(1, Math.round(width)),
                bounds.stream().map(SourceText::text).toList());
    }

    private static @Nullable Double distinct(@Nullable SourceText stated) {
        if (stated == null) {
            return null;
        }
        return stated.text().equals(UNIQUE) ? -1 : Double.valueOf(stated.text().replace("_", ""));
    }
}
