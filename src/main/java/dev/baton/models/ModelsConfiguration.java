package dev.baton.models;

import dev.baton.engine.Deployments;
import dev.baton.outbox.Outbox;
import dev.baton.outbox.TemplateTrials;
import dev.baton.people.People;
import dev.baton.shared.BatonProperties;
import dev.baton.shared.Retried;
import java.time.Clock;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ModelsProperties.class, CheckProperties.class})
class ModelsConfiguration {

    @Bean
    Workflows workflows(Deployments deployments, MessageSource messages) {
        return new Workflows(deployments, messages);
    }

    @Bean
    Diagram diagram(Deployments deployments, MessageSource messages) {
        return new Diagram(deployments, messages);
    }

    @Bean
    Surroundings surroundings(Deployments deployments, Workflows workflows, People people, TemplateTrials templates) {
        return new DeployedModels(deployments, workflows, people, templates);
    }

    @Bean
    ModelCheck modelCheck(Surroundings around, CheckProperties limits, MessageSource messages, Clock clock) {
        return new ModelCheck(around, limits, messages, clock);
    }

    @Bean
    Accountable accountable(Deployments deployments, People people) {
        return new Accountable(deployments, people);
    }

    @Bean
    Models models(
            ModelCheck check,
            Deployments deployments,
            Accountable accountable,
            Workflows workflows,
            ModelVersions versions,
            Retried retried) {
        Rights rights = new Rights(check, deployments, accountable, new MailOfOthers(workflows));
        return new Models(check, rights, new InTurn(check, rights, deployments, versions), deployments, retried);
    }

    @Bean
    ModelFiles modelFiles(JdbcClient jdbc, JsonMapper json) {
        return new ModelFiles(jdbc, json);
    }

    @Bean
    FolderMails folderMails(
            ModelFiles files,
            Accountable accountable,
            Outbox outbox,
            BatonProperties baton,
            TransactionTemplate transaction) {
        return new FolderMails(files, accountable, outbox, baton, transaction);
    }

    @Bean
    FolderRecord folderRecord(ModelFiles files, ModelCheck check, FolderMails mails, Clock clock) {
        return new FolderRecord(files, check, mails, clock);
    }

    @Bean
    FolderMemory folderMemory(JdbcClient jdbc, Clock clock) {
        return new FolderMemory(jdbc, clock);
    }

    @Bean
    ModelFolder modelFolder(
            ModelsProperties properties, Models models, FolderRecord record, FolderMemory memory, Clock clock) {
        return new ModelFolder(new FolderReader(properties.models()), models, record, memory, clock);
    }

    @Bean
    FolderWatch folderWatch(ModelFolder folder) {
        return new FolderWatch(folder);
    }

    /**
     * Looks at the folder before the first mail is fetched, and then every few seconds. Each node watches its own
     * folder, so this is no job for the shared scheduler; the engine sees to it that the same file makes one version.
     */
    static final class FolderWatch implements SmartInitializingSingleton {

        private final ModelFolder folder;

        FolderWatch(ModelFolder folder) {
            this.folder = folder;
        }

        @Override
        public void afterSingletonsInstantiated() {
            folder.look();
        }

        @Scheduled(initialDelayString = "${baton.models-look:PT3S}", fixedDelayString = "${baton.models-look:PT3S}")
        void look() {
            folder.look();
        }
    }
}
