package org.pgassay.spec;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** A spec that cannot be used: all its problems at once, in the files' order, each with an excerpt. */
public final class SpecException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    /** Sorts the problems by place; the sources are what the excerpts are cut from. */
    public SpecException(List<Problem> problems, Sources sources) {
        super(render(sorted(problems), sources));
        this.problems = sorted(problems);
    }

    /** The problems, sorted by file, line and column. */
    public List<Problem> problems() {
        return problems;
    }

    private static List<Problem> sorted(List<Problem> problems) {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(
                                (Problem problem) -> problem.location().file())
                        .thenComparingInt(problem -> problem.location().line())
                        .thenComparingInt(problem -> problem.location().column())
                        .thenComparing(Problem::message))
                .toList();
    }

    private static String render(List<Problem> problems, Sources sources) {
        return problems.stream()
                .map(problem -> problem + "\n" + sources.excerpt(problem.location()))
                .collect(Collectors.joining("\n"));
    }
}
