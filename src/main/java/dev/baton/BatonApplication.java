package dev.baton;

import java.util.TimeZone;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts Baton. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BatonApplication {

    /** The engine's PostgreSQL columns carry no zone, so the whole JVM runs in UTC (docs/decisions/0001). */
    public static void main(String[] args) {
        TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
        SpringApplication.run(BatonApplication.class, args);
    }
}
