package dev.baton.benchmark;

import dev.baton.testkit.PostOffice;
import dev.baton.testkit.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Deploying another version of a workflow that very many requests follow, beside one that nobody follows; the plan of moving
 * them; and the page of a request while they move, beside the same page while nothing moves.
 */
final class MovingRequests {

    private static final String TOKEN = "bench";
    private static final String OWNER = "nadia@example.com";
    private static final String WORKFLOW = "/bench/workflows/flyer";
    private static final int WARM_UP = 15;
    private static final int DEPLOYMENTS = 21;
    private static final int LOOKS = 300;
    private static final Pattern LINK = Pattern.compile("/sign-in/link\\?token=[A-Za-z0-9-]+");
    private static final Pattern BUTTON = Pattern.compile("Move [0-9,.]+ requests");

    private final String kind;
    private final int requests;

    MovingRequests(String kind, int requests) {
        this.kind = kind;
        this.requests = requests;
    }

    void run() {
        double[] alone = new double[1];
        beside(0, (baton, office) -> alone[0] = deployments(baton.visitor()));
        beside(requests, (baton, office) -> measure(baton, office, alone[0]));
    }

    private interface Work {
        void with(Forked baton, PostOffice office);
    }

    private void beside(int running, Work work) {
        PostOffice office = PostOffice.opened();
        try (Forked baton = Forked.application(
                        "dev.baton.BatonApplication", settings(FilledStore.with(running, kind), office))
                .up()) {
            work.with(baton, office);
        } finally {
            office.close();
        }
    }

    private static Map<String, String> settings(Store store, PostOffice office) {
        Map<String, String> settings = new LinkedHashMap<>(store.properties());
        settings.put("spring.main.banner-mode", "off");
        settings.putAll(office.properties("requests@example.com"));
        settings.put("baton.models", "src/test/resources/models/flyer");
        settings.put("baton.api.tokens.bench", TOKEN);
        return settings;
    }

    private void measure(Forked baton, PostOffice office, double alone) {
        double deploying = deployments(baton.visitor());
        print(
                "deploying a version: %.1f ms with %,d running, %.1f ms with none; ratio %.2f",
                deploying, requests, alone, deploying / alone);
        Visitor nadia = signedIn(baton.visitor(), office);
        String plan = WORKFLOW + "/move?from=1";
        double[] plans = times(9, look -> opens(nadia, plan));
        double[] lists = times(9, look -> opens(nadia, WORKFLOW + "/versions"));
        print("the plan of moving them: %.0f ms, the list of versions: %.0f ms (medians)", plans[4], lists[4]);
        times(LOOKS, look -> opensRequest(nadia, look));
        double[] quiet = times(LOOKS, look -> opensRequest(nadia, look));
        moved(nadia, plan, quiet);
    }

    private void moved(Visitor nadia, String plan, double[] quiet) {
        Visitor.Answer asked = nadia.opens(plan);
        Matcher button = BUTTON.matcher(asked.page().text());
        if (!button.find()) {
            throw new IllegalStateException("Nothing to move: " + asked.page().text());
        }
        long begun = System.nanoTime();
        String progress = nadia.presses(button.group(), asked).at().getPath();
        Pace.pause(Duration.ofSeconds(5));
        double[] meanwhile = times(LOOKS, look -> opensRequest(nadia, look));
        double deployed = times(1, look -> deploys(nadia, 1_000))[0];
        if (!nadia.opens(progress).page().text().contains("have moved so far")) {
            throw new IllegalStateException("The move was too short to look at pages meanwhile");
        }
        while (nadia.opens(progress).page().text().contains("so far")) {
            Pace.pause(Duration.ofSeconds(2));
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        print(
                "moving %,d requests: %.0f s, %.0f a second; a deployment meanwhile %.0f ms",
                requests, seconds, requests / seconds, deployed);
        print(
                "the page of a request while they move: p50 %.1f ms, p95 %.1f ms; while nothing moves p50 %.1f ms, p95 %.1f ms; ratio %.2f and %.2f",
                at(meanwhile, 50),
                at(meanwhile, 95),
                at(quiet, 50),
                at(quiet, 95),
                at(meanwhile, 50) / at(quiet, 50),
                at(meanwhile, 95) / at(quiet, 95));
    }

    private double deployments(Visitor program) {
        times(WARM_UP, number -> deploys(program, number));
        return times(DEPLOYMENTS, number -> deploys(program, WARM_UP + number))[DEPLOYMENTS / 2];
    }

    private static void deploys(Visitor program, int number) {
        int status = program.send(program.request("/api/models?file=flyer.bpmn")
                        .header("Authorization", "Bearer " + TOKEN)
                        .POST(HttpRequest.BodyPublishers.ofString(
                                flyer().replace("\"P1D\"", "\"P" + (number + 2) + "D\""))))
                .status();
        expect(201, status, "deploying");
    }

    private static String flyer() {
        try {
            return Files.readString(Path.of("src/test/resources/models/flyer/flyer.bpmn"));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    static Visitor signedIn(Visitor visitor, PostOffice office) {
        visitor.presses("Send me a link", visitor.opens("/sign-in"), Map.of("address", OWNER));
        while (office.mailsTo(OWNER).isEmpty()) {
            Pace.pause(Duration.ofMillis(100));
        }
        Matcher link = LINK.matcher(MailText.of(office.mailsTo(OWNER).get(0)));
        if (!link.find()) {
            throw new IllegalStateException("No link to sign in with");
        }
        visitor.presses("Sign in", visitor.opens(link.group()));
        return visitor;
    }

    private void opensRequest(Visitor visitor, int look) {
        opens(visitor, "/requests/FLYER-" + (1 + look * 31 % requests));
    }

    private static void opens(Visitor visitor, String address) {
        expect(200, visitor.opens(address).status(), address);
    }

    private static void expect(int status, int came, String what) {
        if (came != status) {
            throw new IllegalStateException(what + " answers " + came);
        }
    }

    /** Sorted milliseconds, with a breath between each two. */
    private static double[] times(int often, IntConsumer work) {
        double[] times = new double[often];
        for (int each = 0; each < often; each++) {
            long start = System.nanoTime();
            work.accept(each);
            times[each] = (System.nanoTime() - start) / 1e6;
            Pace.pause(Duration.ofMillis(20));
        }
        Arrays.sort(times);
        return times;
    }

    private static double at(double[] sorted, int percent) {
        return sorted[sorted.length * percent / 100];
    }

    private void print(String what, Object... numbers) {
        System.out.printf(Locale.ROOT, "moving %-8s ", kind);
        System.out.printf(Locale.ROOT, what + "%n", numbers);
    }
}
