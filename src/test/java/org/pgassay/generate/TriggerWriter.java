package org.pgassay.generate;

/** Trigger functions, triggers, event triggers, rules and policies. */
final class TriggerWriter {

    private TriggerWriter() {}

    static void write(Draft draft) {
        String touch = draft.newName("touch");
        draft.add(
                Feature.TRIGGER_FUNCTION,
                "create function " + touch
                        + "() returns trigger language plpgsql as $body$begin return new; end$body$");
        for (TableDraft table : draft.tables) {
            triggers(draft, table, touch);
            rules(draft, table);
            policies(draft, table);
        }
        onViews(draft, touch);
        eventTriggers(draft);
    }

    private static void triggers(Draft draft, TableDraft t, String function) {
        String execute = " execute function " + function + "()";
        for (int i = draft.upTo(3); i > 0; i--) {
            switch (draft.upTo(6)) {
                case 0 ->
                    create(
                            draft,
                            t,
                            Feature.TRIGGER,
                            "",
                            "before insert or update on " + t.sql() + " for each row" + execute);
                case 1 ->
                    create(
                            draft,
                            t,
                            Feature.TRIGGER_WHEN,
                            "",
                            "before update on " + t.sql() + " for each row when (old." + t.num()
                                    + " is distinct from new." + t.num() + " and new." + t.txt() + " <> 'x')"
                                    + execute);
                case 2 ->
                    create(
                            draft,
                            t,
                            Feature.TRIGGER_COLUMNS,
                            "",
                            "after update of " + t.num() + ", " + t.txt() + " on " + t.sql()
                                    + " for each row execute function " + function + "('a''b', 1)");
                case 3 ->
                    create(
                            draft,
                            t,
                            Feature.TRIGGER_TRANSITION,
                            "",
                            "after " + draft.pick("update", "delete") + " on " + t.sql()
                                    + " referencing old table as \"old Rows\" for each statement" + execute);
                case 4 ->
                    create(
                            draft,
                            t,
                            Feature.TRIGGER_STATEMENT,
                            "",
                            draft.pick("after", "before") + " truncate or delete on " + t.sql() + " for each statement"
                                    + execute);
                default ->
                    create(
                            draft,
                            t,
                            Feature.TRIGGER_CONSTRAINT,
                            "constraint ",
                            "after insert on " + t.sql() + " deferrable initially "
                                    + draft.pick("deferred", "immediate") + " for each row" + execute);
            }
        }
    }

    private static void create(Draft draft, TableDraft t, Feature feature, String constraint, String definition) {
        String name = draft.newPart("trg");
        draft.add(feature, "create " + constraint + "trigger " + name + " " + definition);
        draft.comment("trigger " + name + " on " + t.sql());
        if (draft.chance(0.3)) {
            draft.add(
                    Feature.TRIGGER_ENABLED,
                    "alter table " + t.sql() + " " + draft.pick("disable", "enable always", "enable replica")
                            + " trigger " + name);
        }
    }

    private static void rules(Draft draft, TableDraft t) {
        if (!draft.chance(0.25)) {
            return;
        }
        String name = draft.newPart("rule");
        String event = draft.pick("insert", "update") + " to " + t.sql();
        String condition = " where new." + t.num() + " < 0";
        draft.add(
                Feature.RULE,
                "create rule " + name + " as on " + event
                        + switch (draft.upTo(3)) {
                            case 0 -> condition + " do instead nothing";
                            case 1 -> " do also notify \"Channel x\"";
                            default ->
                                condition + " do also delete from " + t.sql() + " where " + t.num() + " = new."
                                        + t.num();
                        });
        draft.comment("rule " + name + " on " + t.sql());
        if (draft.chance(0.4)) {
            draft.add(
                    Feature.RULE_ENABLED,
                    "alter table " + t.sql() + " " + draft.pick("disable", "enable always") + " rule " + name);
        }
    }

    private static void policies(Draft draft, TableDraft t) {
        if (draft.chance(0.4)) {
            draft.add(Feature.ROW_SECURITY, "alter table " + t.sql() + " enable row level security");
        }
        if (draft.chance(0.2)) {
            draft.add(Feature.ROW_SECURITY_FORCED, "alter table " + t.sql() + " force row level security");
        }
        for (int i = draft.upTo(3); i > 0; i--) {
            String name = draft.newPart("pol");
            String using = " using (" + t.txt() + " = current_setting('app.tenant', true) or " + t.flag() + ")";
            String check = " with check (" + t.num() + " > 0)";
            String kind = switch (draft.upTo(5)) {
                case 0 -> " for select" + to(draft) + using;
                case 1 -> " for insert" + to(draft) + check;
                case 2 -> " as restrictive for update" + to(draft) + using + check;
                case 3 -> " as restrictive" + to(draft) + using;
                default -> to(draft) + using + check;
            };
            draft.add(Feature.POLICY, "create policy " + name + " on " + t.sql() + kind);
            draft.comment("policy " + name + " on " + t.sql());
        }
    }

    private static String to(Draft draft) {
        return switch (draft.upTo(4)) {
            case 0 -> "";
            case 1 -> " to public";
            case 2 -> " to " + draft.role();
            default -> " to " + Draft.quote(draft.roles.get(2)) + ", " + Draft.quote(draft.roles.get(0));
        };
    }

    private static void onViews(Draft draft, String function) {
        if (draft.chance(0.5)) {
            String name = draft.newPart("trg");
            String view = draft.pick(draft.views);
            draft.add(
                    Feature.TRIGGER_INSTEAD_OF,
                    "create trigger " + name + " instead of insert or update on " + view
                            + " for each row execute function " + function + "()");
            draft.comment("trigger " + name + " on " + view);
        }
        if (draft.chance(0.4)) {
            draft.add(
                    Feature.RULE_ON_VIEW,
                    "create rule " + draft.newPart("rule") + " as on delete to " + draft.pick(draft.views)
                            + " do instead nothing");
        }
    }

    private static void eventTriggers(Draft draft) {
        if (!draft.chance(0.4)) {
            return;
        }
        String function = draft.newName("ddl");
        draft.sql("create function " + function + "() returns event_trigger language plpgsql as $body$begin end$body$");
        String name = draft.newPart("evt");
        draft.add(
                Feature.EVENT_TRIGGER,
                "create event trigger " + name + " on " + draft.pick("ddl_command_start", "ddl_command_end", "sql_drop")
                        + draft.pick("", " when tag in ('DROP TABLE', 'CREATE VIEW')") + " execute function " + function
                        + "()");
        draft.comment("event trigger " + name);
        if (draft.chance(0.4)) {
            draft.add(
                    Feature.EVENT_TRIGGER_ENABLED,
                    "alter event trigger " + name + " " + draft.pick("disable", "enable replica", "enable always"));
        }
    }
}
