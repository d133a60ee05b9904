package org.pgassay.probe.behaviour;

import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pgassay.catalog.Constraint;
import org.pgassay.catalog.QualifiedName;
import org.pgassay.catalog.Table;
import org.pgassay.check.RowTrials.CascadeTried;
import org.pgassay.check.RowTrials.Hanging;
import org.pgassay.check.UntriedException;
import org.pgassay.postgres.rows.Refusal;
import org.pgassay.postgres.rows.TableRows.Made;
import org.pgassay.rows.InsertOrder;
import org.pgassay.rows.Row;

/** Deletes one of two rows on which rows of other tables hang, and counts. */
final class Cascades {

    private final Laboratory laboratory;
    private final Children children;

    Cascades(Laboratory laboratory) {
        this.laboratory = laboratory;
        this.children = new Children(laboratory);
    }

    /** A foreign key on the way to the row, and the table that has it. */
    private record Step(Table table, Constraint key) {}

    CascadeTried of(QualifiedName rootName, List<QualifiedName> names) throws SQLException {
        Optional<Table> root = laboratory.table(rootName);
        if (root.isEmpty()) {
            throw new UntriedException(rootName.sql() + " does not exist", "Create the table, or correct the name.");
        }
        return laboratory.workshop().undone(() -> tried(root.get(), names));
    }

    private CascadeTried tried(Table root, List<QualifiedName> names) throws SQLException {
        Map<QualifiedName, List<Step>> paths = new LinkedHashMap<>();
        for (QualifiedName name : names) {
            paths.put(
                    name, laboratory.table(name).map(table -> path(table, root)).orElse(List.of()));
        }
        // What is to be spared comes first: so it cannot refer to what is doomed by any other key.
        Map<QualifiedName, String> untried = new HashMap<>();
        hang(paths, root(root), new HashMap<>(), untried);
        Row doomed = root(root);
        Map<QualifiedName, List<String>> doomedRows = new HashMap<>();
        hang(paths, doomed, doomedRows, untried);
        String condition = Dependents.same(laboratory.rows(root).plan().key(), doomed);
        Dependents dependents = new Dependents(laboratory, root, condition);
        Map<QualifiedName, Map<String, Integer>> others = new HashMap<>();
        for (QualifiedName name : names) {
            others.put(name, dependents.others(name));
        }
        @Nullable
        Refusal refusal =
                laboratory.workshop().refusal("DELETE FROM " + root.name().sql() + " WHERE " + condition);
        List<Hanging> hanging = new ArrayList<>();
        for (QualifiedName name : names) {
            List<Step> path = paths.getOrDefault(name, List.of());
            long left = 0;
            for (String row : doomedRows.getOrDefault(name, List.of())) {
                left += children.count(laboratory.table(name).orElseThrow(), row) > 0 ? 1 : 0;
            }
            hanging.add(new Hanging(
                    name,
                    path.stream().map(step -> step.key().name()).toList(),
                    untried.getOrDefault(name, ""),
                    left,
                    dependents.lost(name, others.getOrDefault(name, Map.of()))));
        }
        return new CascadeTried(
                refusal == null
                        ? ""
                        : "ERROR " + refusal.state() + ": " + refusal.message().replaceFirst(": Key \\(.*", ""),
                hanging);
    }

    private Row root(Table root) throws SQLException {
        Made made = laboratory.rows(root).make(Map.of());
        if (made instanceof Made.Taken taken) {
            return taken.stored().row();
        }
        Made.Refused refused = (Made.Refused) made;
        throw new UntriedException(
                Controls.plain(refused.message()),
                refused.suggestion().isEmpty()
                        ? "Mend what stands in the way."
                        : "Write " + refused.suggestion() + ".");
    }

    private void hang(
            Map<QualifiedName, List<Step>> paths,
            Row root,
            Map<QualifiedName, List<String>> made,
            Map<QualifiedName, String> untried)
            throws SQLException {
        for (Map.Entry<QualifiedName, List<Step>> path : paths.entrySet()) {
            String reason = path.getValue().isEmpty() ? "" : hang(path.getValue(), root, made);
            if (!reason.isEmpty()) {
                untried.put(path.getKey(), reason);
            }
        }
    }

    /** Makes a row of every table on the way, each hanging on the one before; empty, or why there is none. */
    private String hang(List<Step> path, Row root, Map<QualifiedName, List<String>> made) throws SQLException {
        Row parent = root;
        for (int i = path.size() - 1; i >= 0; i--) {
            Step step = path.get(i);
            Made row = children.of(step.table(), step.key(), parent);
            if (row instanceof Made.Refused refused) {
                return Controls.plain(refused.message());
            }
            Row child = ((Made.Taken) row).stored().row();
            List<String> key = List.copyOf(child.key().keySet());
            made.computeIfAbsent(step.table().name(), name -> new ArrayList<>())
                    .add(key.isEmpty() ? Children.refers(step.key(), parent) : Children.is(key, child));
            parent = child;
        }
        return "";
    }

    /** The shortest way by foreign keys from a table to another. */
    private List<Step> path(Table from, Table to) {
        Map<QualifiedName, List<Step>> found = new HashMap<>();
        Deque<Table> open = new ArrayDeque<>(List.of(from));
        found.put(from.name(), List.of());
        while (!open.isEmpty()) {
            Table table = open.removeFirst();
            for (Constraint key : InsertOrder.foreignKeys(table)) {
                QualifiedName target = InsertOrder.target(key);
                List<Step> way = new ArrayList<>(found.getOrDefault(table.name(), List.of()));
                way.add(new Step(table, key));
                if (target.equals(to.name())) {
                    return way;
                }
                if (!found.containsKey(target)) {
                    found.put(target, way);
                    laboratory.table(target).ifPresent(open::addLast);
                }
            }
        }
        return List.of();
    }
}
