package dev.baton;

import dev.baton.models.CheckCommand;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts Baton; with the argument {@code --doctor} it examines mail, prints what it found, and ends; with {@code check}
 * as first argument it checks files of models without starting at all.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BatonApplication {

    /**
     * The engine's PostgreSQL columns carry no zone, so the whole JVM runs in UTC (docs/decisions/0001). It speaks English
     * wherever it runs, for so does everything that Baton says, and the check knows the JDK's complaints by their words.
     */
    public static void main(String[] args) {
        Locale.setDefault(Locale.ENGLISH);
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        if (args.length > 0 && args[0].equals("check")) {
            System.exit(CheckCommand.run(Arrays.asList(args).subList(1, args.length)));
        }
        if (Arrays.asList(args).contains("--doctor")) {
            System.exit(SpringApplication.exit(SpringApplication.run(BatonApplication.class, quietly(args))));
        }
        SpringApplication.run(BatonApplication.class, args);
    }

    /**
     * The doctor's command ends by itself: it takes no port from a node that runs, waits for no database,
     * and prints little but its report.
     */
    private static String[] quietly(String[] args) {
        Map<String, String> ours = Map.of(
                "server.port", "0",
                "spring.main.banner-mode", "off",
                "logging.level.root", "error",
                "spring.flyway.connect-retries", "0");
        Stream<String> others = Arrays.stream(args)
                .filter(each -> ours.keySet().stream().noneMatch(name -> each.startsWith("--" + name + "=")));
        return Stream.concat(others, ours.entrySet().stream().map(each -> "--" + each.getKey() + "=" + each.getValue()))
                .toArray(String[]::new);
    }
}
