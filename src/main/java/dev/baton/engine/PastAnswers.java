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

    private void read(List<String> tasks, Set<String> variables, Map<String, Map<String, String>> filled) {
        jdbc.sql("""
                        select t.ID_, d.NAME_, d.VAR_TYPE_, d.TEXT_, d.LONG_
                        from ACT_HI_TASKINST t join ACT_HI_DETAIL d on d.ACT_INST_ID_ = t.ACT_INST_ID_
                        where t.ID_ in (:tasks) and d.NAME_ in (:names) and d.TYPE_ = 'VariableUpdate'
                        order by d.SEQUENCE_COUNTER_
                        """).param("tasks", tasks).param("names", variables).query((RowCallbackHandler) row -> {
            String text = row.getString("TEXT_");
            String value =
                    "boolean".equals(row.getString("VAR_TYPE_")) ? String.valueOf(row.getLong("LONG_") == 1) : text;
            if (value != null) {
                filled.computeIfAbsent(row.getString("ID_"), none -> new HashMap<>())
                        .put(row.getString("NAME_"), value);
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
