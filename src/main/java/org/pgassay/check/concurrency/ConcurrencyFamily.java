package org.pgassay.check.concurrency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.pgassay.check.Check;
import org.pgassay.check.CheckKind;
import org.pgassay.check.Contention.Queue;
import org.pgassay.check.Family;
import org.pgassay.check.Names;
import org.pgassay.check.QueryText;
import org.pgassay.check.Span;
import org.pgassay.check.concurrency.ConcurrencySection.Expected;
import org.pgassay.check.concurrency.ConcurrencySection.QueueSpec;
import org.pgassay.spec.Problem;
import org.pgassay.spec.Section;
import org.pgassay.spec.SourceText;
import org.pgassay.spec.Spec;

/** Experiments with several connections at once. */
public final class ConcurrencyFamily implements Family {

    private static final String SCHEMA = "/org/pgassay/check/concurrency/schema.json";

    private static final int WORKERS = 8;

    private static final int JOBS = 500;

    /** How long the first claims are kept open where the spec states no bound. */
    private static final Span HELD = Span.of("50ms");

    /** Claims are kept open for as long as the bound is, and connections wait for a lock for 10 seconds. */
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(5);

    @Override
    public Optional<Section> section() {
        return Optional.of(new Section(ConcurrencySection.class, SCHEMA));
    }

    @Override
    public List<CheckKind> kinds() {
        return List.of(
                new CheckKind(ExactlyOnce.ID, ExactlyOnce.class),
                new CheckKind(MaxBlocked.ID, MaxBlocked.class),
                new CheckKind(SurvivesKill.ID, SurvivesKill.class));
    }

    @Override
    public List<Problem> problems(Spec spec) {
        List<Problem> problems = new ArrayList<>();
        Names names = new Names(spec.schemas());
        for (QueueSpec queue :
                spec.section(ConcurrencySection.class).concurrency().values()) {
            String fault = names.fault(queue.table().text());
            if (!fault.isEmpty()) {
                problems.add(new Problem(queue.table().location(), fault));
            }
            numbers(queue).ifPresent(problems::add);
            problems.addAll(statements(queue));
            expected(queue.expect()).ifPresent(problems::add);
        }
        return problems;
    }

    private static Optional<Problem> numbers(QueueSpec queue) {
        int workers = number(queue.workers(), WORKERS);
        int jobs = number(queue.jobs(), JOBS);
        return jobs < workers
                ? Optional.of(new Problem(
                        queue.location(),
                        "for " + workers + " workers there are " + jobs
                                + " jobs, so not all of them can work at the same time; state at least as many jobs"))
                : Optional.empty();
    }

    private static List<Problem> statements(QueueSpec queue) {
        List<Problem> problems = new ArrayList<>();
        QueryText.problem(queue.claim()).ifPresent(problems::add);
        SourceText complete = queue.complete();
        if (complete != null) {
            QueryText.problem(complete).ifPresent(problems::add);
        }
        return problems.isEmpty() ? parameters(queue) : problems;
    }

    private static List<Problem> parameters(QueueSpec queue) {
        List<Problem> problems = new ArrayList<>();
        Set<String> used = new LinkedHashSet<>(QueryText.of(queue.claim()).names());
        used.stream()
                .filter(name -> !queue.params().containsKey(name))
                .forEach(name -> problems.add(
                        new Problem(queue.claim().location(), ":" + name + " has no value; state one under 'params'")));
        SourceText complete = queue.complete();
        if (complete != null) {
            used.addAll(QueryText.of(complete).names());
        }
        queue.params().forEach((name, value) -> {
            if (!used.contains(name)) {
                problems.add(new Problem(
                        value.location(), "neither claim nor complete has a parameter :" + name + "; leave it out"));
            }
        });
        return problems;
    }

    private static Optional<Problem> expected(Expected expected) {
        SourceText most = expected.maxBlocked();
        if (expected.exactlyOnce() == null && most == null && expected.survivesKill() == null) {
            return Optional.of(new Problem(
                    expected.location(), "this expects nothing; state exactlyOnce, maxBlocked or survivesKill"));
        } else if (most != null && Span.of(most.text()).nanos() > LONGEST) {
            return Optional.of(new Problem(
                    most.location(),
                    "a claim is kept open for as long as others may wait for it, and not longer than 5s; state a"
                            + " shorter time"));
        }
        return Optional.empty();
    }

    @Override
    public List<Check> checks(Spec spec) {
        List<Check> checks = new ArrayList<>();
        spec.section(ConcurrencySection.class)
                .concurrency()
                .forEach((name, queue) -> checks.addAll(checks(name, queue, spec)));
        return checks;
    }

    private static List<Check> checks(String name, QueueSpec queue, Spec spec) {
        Expected expect = queue.expect();
        SourceText once = expect.exactlyOnce();
        SourceText most = expect.maxBlocked();
        SourceText kill = expect.survivesKill();
        Span bound = most == null ? HELD : Span.of(most.text());
        Experiment experiment = new Experiment(
                queue(name, queue, spec, bound, kill != null),
                queue.table(),
                queue.claim(),
                queue.complete(),
                spec.schemas());
        List<Check> checks = new ArrayList<>();
        if (once != null) {
            checks.add(new ExactlyOnce(experiment, once.location()));
        }
        if (most != null) {
            checks.add(new MaxBlocked(experiment, bound, most.location()));
        }
        if (kill != null) {
            checks.add(new SurvivesKill(experiment, kill.location()));
        }
        return checks;
    }

    private static Queue queue(String name, QueueSpec queue, Spec spec, Span bound, boolean kill) {
        Map<String, String> params = new LinkedHashMap<>();
        queue.params().forEach((param, value) -> params.put(param, value.text()));
        SourceText complete = queue.complete();
        return new Queue(
                name,
                new Names(spec.schemas()).resolve(queue.table().text()),
                number(queue.workers(), WORKERS),
                number(queue.jobs(), JOBS),
                QueryText.of(queue.claim()),
                complete == null ? null : QueryText.of(complete),
                params,
                queue.values(),
                spec.roles().application() != null,
                bound.nanos(),
                kill,
                queue.location());
    }

    private static int number(@Nullable SourceText written, int otherwise) {
        return written == null ? otherwise : Integer.parseInt(written.text().replace("_", ""));
    }
}
