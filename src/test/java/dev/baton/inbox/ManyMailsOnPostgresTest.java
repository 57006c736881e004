package dev.baton.inbox;

import dev.baton.testkit.OnPostgres;
import java.util.regex.Pattern;

@OnPostgres
class ManyMailsOnPostgresTest extends ManyMailsContract {

    private static final Pattern READ =
            Pattern.compile("(?:Scan.*actual rows=|Rows Removed by (?:Filter|Index Recheck): )(\\d+)");

    @Override
    long rowsRead(LedgerLists.Asked asked) {
        return jdbc
                .sql("explain (analyze, timing off, summary off) " + asked.sql())
                .params(asked.values())
                .query(String.class)
                .list()
                .stream()
                .flatMap(line -> READ.matcher(line).results())
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }
}
