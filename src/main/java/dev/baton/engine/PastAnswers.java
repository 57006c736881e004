package dev.baton.engine;

import dev.baton.shared.RequestRef;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What work of the past was told and how it ended, read from the tables of the engine's history for many at once. */
public class PastAnswers {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;

    PastAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of these requests whose work was ended from outside, not by an end that its model draws. */
    public Set<RequestRef> endedByHand(Collection<RequestRef> requests) {
        Set<RequestRef> ended = new HashSet<>();
        inParts(
                requests,
                RequestRef::toString,
                part -> jdbc.sql("""
                        select BUSINESS_KEY_ from ACT_HI_PROCINST
                        where BUSINESS_KEY_ in (:keys) and SUPER_PROCESS_INSTANCE_ID_ is null
                            and DELETE_REASON_ like 'closed: %'
                        """)
                        .param("keys", part)
                        .query(String.class)
                        .list()
                        .forEach(key -> ended.add(RequestRef.of(key))));
        return ended;
    }

    /**
     * What was filled in at tasks, as text, by the task's id and the variable's name.
     *
     * @param variables of interest; where there are none nothing is read
     */
    public Map<String, Map<String, String>> at(Collection<String> tasks, Set<String> variables) {
        Map<String, Map<String, String>> filled = new HashMap<>();
        if (!variables.isEmpty()) {
            inParts(tasks, Function.identity(), part -> read(part, variables, filled));
        }
        return filled;
    }

    /**
     * By keys alone, names are told apart here: asked for both, PostgreSQL without statistics goes through everything that
     * was ever said under these names, for each of the parts.
     */
    private void read(List<String> tasks, Set<String> variables, Map<String, Map<String, String>> filled) {
        Map<String, String> taskAt = new HashMap<>();
        jdbc.sql("select ACT_INST_ID_, ID_ from ACT_HI_TASKINST where ID_ in (:tasks) and ACT_INST_ID_ is not null")
                .param("tasks", tasks)
                .query(row -> {
                    taskAt.put(row.getString("ACT_INST_ID_"), row.getString("ID_"));
                });
        if (taskAt.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        select ACT_INST_ID_, NAME_, VAR_TYPE_, TEXT_, LONG_
                        from ACT_HI_DETAIL
                        where ACT_INST_ID_ in (:steps) and TYPE_ = 'VariableUpdate'
                        order by SEQUENCE_COUNTER_
                        """).param("steps", taskAt.keySet()).query((RowCallbackHandler) row -> {
            String name = row.getString("NAME_");
            String text = row.getString("TEXT_");
            String value =
                    "boolean".equals(row.getString("VAR_TYPE_")) ? String.valueOf(row.getLong("LONG_") == 1) : text;
            if (value != null && variables.contains(name)) {
                filled.computeIfAbsent(taskAt.get(row.getString("ACT_INST_ID_")), none -> new HashMap<>())
                        .put(name, value);
            }
        });
    }

    private interface Read {
        void some(List<String> keys);
    }

    private static <T> void inParts(Collection<T> all, Function<T, String> key, Read read) {
        List<String> keys = all.stream().map(key).toList();
        for (int from = 0; from < keys.size(); from += AT_ONCE) {
            read.some(keys.subList(from, Math.min(keys.size(), from + AT_ONCE)));
        }
    }
}
