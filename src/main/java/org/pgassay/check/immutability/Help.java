package org.pgassay.check.immutability;

import org.pgassay.check.AttackVector;

/** What to do about a way that is open. */
final class Help {

    private Help() {}

    static String against(AttackVector vector) {
        return switch (vector) {
            case INSERT ->
                "Let the role insert: grant INSERT, add a policy for it, or mend the trigger; without rows that go in, no refusal"
                        + " means anything.";
            case UPDATE, UPSERT, MERGE ->
                "Refuse it for everyone by a row trigger BEFORE UPDATE that raises an exception and is ENABLE ALWAYS, and revoke"
                        + " UPDATE from the application's role.";
            case DELETE ->
                "Refuse it for everyone by a row trigger BEFORE DELETE that raises an exception and is ENABLE ALWAYS, and revoke"
                        + " DELETE from the application's role.";
            case TRUNCATE, TRUNCATE_CASCADE ->
                "Refuse it by a statement trigger BEFORE TRUNCATE that raises an exception and is ENABLE ALWAYS, and revoke"
                        + " TRUNCATE: row triggers do not fire for it.";
            case PARENT_ACTION ->
                "Make the foreign key ON DELETE RESTRICT and ON UPDATE RESTRICT, or guard the table by a row trigger: the action"
                        + " runs with the privileges of the table's owner, and past row security.";
            case COPY ->
                "Guard the table's rows by triggers and privileges, and let no rule or trigger write over rows.";
            case VIEW ->
                "Revoke the privilege on the view, make it security_invoker, or guard the table itself by a trigger: a view uses the"
                        + " privileges of its owner.";
            case FUNCTION ->
                "Revoke EXECUTE on the function, make it SECURITY INVOKER, or guard the table itself by a trigger.";
            case PARTITION ->
                "Guard each partition and child as the table itself: privileges, policies, rules and statement triggers of a table"
                        + " do not hold for its partitions.";
            case DETACH -> "Let the application's role not own the table or its partitions.";
            case DISABLE_TRIGGER ->
                "Let the application's role not own the table; where that must hold for the owner too, refuse it by an event trigger"
                        + " of a superuser's.";
            case REPLICA_ROLE ->
                "Run ALTER TABLE … ENABLE ALWAYS TRIGGER for each guard, and do not grant SET on session_replication_role.";
            case SET_ROLE -> "Revoke the membership, or guard the table by triggers that refuse everyone.";
            case RETENTION ->
                "Let a guard ask for nothing that the role itself can set: check current_user, or a table that the role cannot write"
                        + " to.";
            case DDL ->
                "Let a superuser own the table, or refuse the commands by an event trigger of a superuser's that knows the table.";
            case CHAIN ->
                "Hash all columns that must not change, refer to the row before, and keep the last hash and the number of rows outside"
                        + " of the table: a chain alone does not miss its tail.";
        };
    }
}
