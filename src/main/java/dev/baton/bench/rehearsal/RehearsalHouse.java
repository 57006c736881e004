package dev.baton.bench.rehearsal;

import dev.baton.engine.CodeRefused;
import dev.baton.engine.WorkflowFailed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.scheduling.config.TaskManagementConfigUtils;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A second Baton inside the first, with a database in memory, a clock that can be set, and no way out: no mail server, no
 * inbox, no scheduler, no pages, and links signed with a secret that nobody else has. Only one rehearsal goes on in it at a
 * time; each is undone at its end.
 */
final class RehearsalHouse implements AutoCloseable {

    /** What is as in the real house; nothing else of its settings gets in. */
    private static final List<String> SHARED =
            List.of("baton.public-url", "baton.address", "baton.people", "baton.outbox.from-name");

    private final AnnotationConfigApplicationContext context;
    private final Path noModels;
    private final Stage stage;
    private final Map<String, byte[]> deployed = new HashMap<>();

    private RehearsalHouse(AnnotationConfigApplicationContext context, Path noModels) {
        this.context = context;
        this.noModels = noModels;
        this.stage = Stage.of(context);
    }

    /** Builds one; that takes some seconds. */
    static RehearsalHouse open(Environment real) {
        Path noModels = emptyFolder();
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.setDisplayName("rehearsal");
        context.setEnvironment(new Walls(settings(real, noModels)));
        context.getDefaultListableBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance());
        context.addBeanFactoryPostProcessor(RehearsalHouse::nothingHappensByItself);
        context.register(HouseConfiguration.class);
        context.refresh();
        return new RehearsalHouse(context, noModels);
    }

    private static Map<String, Object> settings(Environment real, Path noModels) {
        Map<String, Object> settings = new HashMap<>();
        for (String name : SHARED) {
            String value = real.getProperty(name);
            if (value != null) {
                settings.put(name, value);
            }
        }
        // A name by itself would be looked for among the program's own files first.
        Path templates = Path.of(real.getProperty("baton.mail-templates", "mail-templates"));
        settings.put("baton.mail-templates", templates.toAbsolutePath().toString());
        String name = UUID.randomUUID().toString();
        settings.put(
                "spring.datasource.url",
                "jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=256");
        settings.put("spring.datasource.username", "sa");
        settings.put("spring.datasource.password", "");
        settings.put("spring.datasource.hikari.pool-name", "rehearsal");
        settings.put("spring.datasource.hikari.maximum-pool-size", "3");
        settings.put("spring.datasource.hikari.transaction-isolation", "TRANSACTION_READ_COMMITTED");
        settings.put("baton.engine.name", "rehearsal-" + name);
        settings.put("baton.engine.job-executor", "false");
        settings.put("baton.engine.log-failures", "false");
        settings.put("baton.outbox.sending", "false");
        settings.put("baton.models", noModels.toString());
        settings.put("baton.requests.numbers-aside", "false");
        settings.put("baton.secret", name + UUID.randomUUID());
        return settings;
    }

    private static void nothingHappensByItself(ConfigurableListableBeanFactory beans) {
        ((BeanDefinitionRegistry) beans)
                .removeBeanDefinition(TaskManagementConfigUtils.SCHEDULED_ANNOTATION_PROCESSOR_BEAN_NAME);
    }

    private static Path emptyFolder() {
        try {
            return Files.createTempDirectory("baton-rehearsal");
        } catch (IOException full) {
            throw new UncheckedIOException("No folder for a rehearsal", full);
        }
    }

    /** Whether this piece can be played here: whether none of what it lacks is here from another piece. */
    boolean suits(Piece piece) {
        return Collections.disjoint(piece.missing(), deployed.keySet());
    }

    /**
     * Plays the piece; whatever happens in it has not happened when this returns.
     *
     * @throws NotPlayableException if the engine does not take the piece's models
     */
    <T> T rehearse(Piece piece, Instant begin, Function<Rehearsal, T> play) {
        deploy(piece);
        stage.clock().set(begin);
        T result = new TransactionTemplate(stage.transactions()).execute(status -> {
            try {
                return play.apply(new Rehearsal(stage, piece));
            } finally {
                status.setRollbackOnly();
            }
        });
        return Objects.requireNonNull(result, "A rehearsal shows something");
    }

    private void deploy(Piece piece) {
        Map<String, byte[]> fresh = new HashMap<>(piece.files());
        fresh.entrySet().removeIf(file -> Arrays.equals(file.getValue(), deployed.get(file.getKey())));
        if (fresh.isEmpty()) {
            return;
        }
        try {
            stage.deployments().deploy(fresh);
            deployed.putAll(fresh);
        } catch (WorkflowFailed | CodeRefused refused) {
            throw new NotPlayableException(String.valueOf(refused.getMessage()), refused);
        }
    }

    ConfigurableListableBeanFactory beans() {
        return context.getBeanFactory();
    }

    @Override
    public void close() {
        context.close();
        try {
            Files.deleteIfExists(noModels);
        } catch (IOException stays) {
            throw new UncheckedIOException("The folder of a rehearsal stays: " + noModels, stays);
        }
    }

    /** Nothing of the machine's settings, of the command line's or of files: only what is given here. */
    private static final class Walls extends StandardEnvironment {

        Walls(Map<String, Object> settings) {
            getPropertySources().addFirst(new MapPropertySource("rehearsal", settings));
        }

        @Override
        protected void customizePropertySources(MutablePropertySources sources) {
            // Neither the machine's nor the command line's.
        }
    }
}
