package dev.baton.inbox;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class ManyMailsOnH2Test extends ManyMailsContract {

    private static final Pattern SCANNED = Pattern.compile("scanCount: (\\d+)");

    @Override
    long rowsRead(LedgerLists.Asked asked) {
        String plan = jdbc.sql("explain analyze " + asked.sql())
                .params(asked.values())
                .query(String.class)
                .single();
        return SCANNED.matcher(plan)
                .results()
                .map(MatchResult::group)
                .mapToLong(found -> Long.parseLong(found.replaceAll("\\D", "")))
                .sum();
    }
}
