package org.pgassay.cli;

import java.util.List;
import java.util.stream.Stream;
import org.pgassay.plan.StatisticsExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the query that takes a production database's statistics to a file that a spec names under {@code statistics}. */
@Command(
        name = "statistics",
        description = "Prints a query that writes down a database's statistics, for PostgreSQL 14 and later, without"
                + " connecting to anything. Where pg_dump 18 is at hand, pg_dump --statistics-only does the same.",
        footer = {
            "",
            "pgassay statistics > export.sql",
            "psql -AtXq -f export.sql -o statistics.sql   # in production; no rows are read",
            "",
            "What it writes holds values out of rows (the most common ones, bounds of histograms), unless they are left out."
        },
        sortOptions = false,
        mixinStandardHelpOptions = true)
final class StatisticsCommand implements Runnable {

    private static final String ALL = "*";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "public",
            description = "A schema whose tables it is about (default: public). Can be given several times.")
    private List<String> schemas = List.of("public");

    @Option(
            names = "--tables",
            paramLabel = "GLOB",
            description = "Only tables whose name matches, such as 'order*' or 'shop.orders'. Can be given several times.")
    private List<String> tables = List.of();

    @Option(names = "--without-values", description = "Leave the values of all columns out.")
    private boolean withoutValues;

    @Option(
            names = "--without",
            paramLabel = "COLUMN",
            description = "Leave the values of these columns out: column, table.column or 'table.*'; of an index on an"
                    + " expression 'index.*'. Can be given several times.")
    private List<String> without = List.of();

    @Override
    public void run() {
        List<String> left = Stream.concat(without.stream(), withoutValues ? Stream.of(ALL) : Stream.of())
                .toList();
        command.commandLine().getOut().print(StatisticsExport.query(schemas, tables, left));
        command.commandLine().getOut().flush();
    }
}
