package dev.baton.bench.whatif;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the ways of one request through two versions differ. */
record Detour(Course now, Course then) {

    /** Nothing if they are the same, but for what steps are called and who has them. */
    List<Course.Remark> remarks() {
        List<Course.Remark> remarks = new ArrayList<>();
        Map<String, Integer> before = counted(now);
        Map<String, Integer> after = counted(then);
        before.forEach((task, times) -> {
            int now = after.getOrDefault(task, 0);
            if (now < times) {
                remarks.add(Course.Remark.of(now == 0 ? "without" : "less-often", name(this.now, task)));
            }
        });
        after.forEach((task, times) -> {
            int was = before.getOrDefault(task, 0);
            if (was < times) {
                remarks.add(Course.Remark.of(was == 0 ? "with" : "more-often", name(then, task)));
            }
        });
        order(before, after, remarks);
        if (!now.ending().equals(then.ending())) {
            remarks.add(Course.Remark.of("ending", now.ending(), then.ending()));
        }
        return remarks;
    }

    /** Of the tasks that both have, the first that comes at another place than before comes earlier. */
    private void order(Map<String, Integer> before, Map<String, Integer> after, List<Course.Remark> remarks) {
        List<String> was = common(before, after);
        List<String> is = common(after, before);
        for (int place = 0; place < was.size(); place++) {
            if (!was.get(place).equals(is.get(place))) {
                remarks.add(Course.Remark.of("earlier", name(then, is.get(place)), name(then, was.get(place))));
                return;
            }
        }
    }

    private static List<String> common(Map<String, Integer> own, Map<String, Integer> other) {
        return own.keySet().stream().filter(other::containsKey).toList();
    }

    private static Map<String, Integer> counted(Course course) {
        Map<String, Integer> counted = new LinkedHashMap<>();
        course.tasks().forEach(task -> counted.merge(task, 1, Integer::sum));
        return counted;
    }

    private static String name(Course course, String task) {
        return course.visits().stream()
                .filter(visit -> visit.task().equals(task))
                .map(Course.Visit::name)
                .findFirst()
                .orElse(task);
    }
}
