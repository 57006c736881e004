package dev.baton.bench.whatif;

import dev.baton.people.People;
import dev.baton.shared.EmailAddress;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares the ways of past requests through the version that holds now and through another. */
final class Comparison {

    private final List<PastRequest> requests;
    private final Instant at;
    private final Loads loads;
    private final Grouping ways = new Grouping();
    private final Grouping unplayed = new Grouping();
    private final Grouping assumed = new Grouping();
    private final List<RequestRef> other = new ArrayList<>();
    private final List<RequestRef> otherwise = new ArrayList<>();
    private int same;

    Comparison(List<PastRequest> requests, People people, EmailAddress standIn, Instant at) {
        this.requests = requests;
        this.at = at;
        this.loads = new Loads(people, standIn, at);
    }

    WhatIf of(Side now, Side then, @Nullable List<WhatIf.Running> running) {
        for (int place = 0; place < requests.size(); place++) {
            compare(
                    requests.get(place),
                    new Detour(now.courses().get(place), then.courses().get(place)));
        }
        return new WhatIf(
                at,
                requests.stream().map(PastRequest::ref).toList(),
                requests.stream()
                        .map(past -> past.request().openedAt())
                        .min(Instant::compareTo)
                        .orElse(null),
                requests.stream()
                        .map(past -> past.request().openedAt())
                        .max(Instant::compareTo)
                        .orElse(null),
                requests.stream().anyMatch(past -> past.request().madeUp()),
                same,
                List.copyOf(other),
                ways.all(),
                loads.all(),
                now.fields().comparedWith(then.fields(), requests),
                unplayed.all(),
                assumed.all(),
                List.copyOf(otherwise),
                running);
    }

    /**
     * One of the two versions.
     *
     * @param courses of each request, in their order
     */
    record Side(List<Course> courses, Fields fields) {}

    private void compare(PastRequest past, Detour ways) {
        Course.Remark now = ways.now().snag();
        Course.Remark then = ways.then().snag();
        Course.Remark snag = then != null || now == null ? then : now.inTheVersionOfNow();
        if (snag != null) {
            unplayed.add(snag, past.ref());
            return;
        }
        ways.then().assumed().forEach(guess -> assumed.add(guess, past.ref()));
        loads.add(past, ways);
        List<Course.Remark> remarks = ways.remarks();
        remarks.forEach(remark -> this.ways.add(remark, past.ref()));
        if (remarks.isEmpty()) {
            same++;
        } else {
            other.add(past.ref());
        }
        if (!reallyWent(past).equals(decided(ways.now()))) {
            otherwise.add(past.ref());
        }
    }

    private static List<String> reallyWent(PastRequest past) {
        return past.given().stream().map(PastRequest.Given::task).toList();
    }

    private static List<String> decided(Course course) {
        return course.visits().stream()
                .filter(Course.Visit::decided)
                .map(Course.Visit::task)
                .toList();
    }
}
