package dev.baton.engine;

import dev.baton.engine.spi.DueDates;
import dev.baton.engine.spi.ExpressionName;
import dev.baton.engine.spi.HistoryObserver;
import dev.baton.engine.spi.MailStep;
import dev.baton.engine.spi.ProcessObserver;
import dev.baton.engine.spi.StandstillObserver;
import dev.baton.engine.spi.TaskObserver;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.ProcessEngineFactoryBean;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/**
 * The embedded engine: one datasource and one transaction with everything else, history complete, and no way for a
 * model to reach code (docs/decisions/0003).
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EngineProperties.class)
class EngineConfiguration {

    @Bean
    @DependsOnDatabaseInitialization
    SpringProcessEngineConfiguration processEngineConfiguration(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            EngineProperties properties,
            NarrowExpressions expressions,
            BatonParseListener parseListener,
            SettledVariables settledVariables,
            TaskRecords taskRecords,
            Standstills standstills,
            JdbcClient jdbc,
            Clock clock) {
        SpringProcessEngineConfiguration engine = new LeanConfiguration();
        engine.setProcessEngineName(properties.name());
        engine.setDataSource(dataSource);
        engine.setTransactionManager(transactions);
        engine.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_FALSE);
        engine.setHistory(ProcessEngineConfiguration.HISTORY_FULL);
        engine.setIdGenerator(new StrongUuidGenerator());
        engine.setAuthorizationEnabled(false);
        engine.setCmmnEnabled(false);
        engine.setStandaloneTasksEnabled(false);
        engine.setMetricsEnabled(false);
        engine.setDbMetricsReporterActivate(false);
        engine.setEnableCmdExceptionLogging(properties.logFailures());
        engine.setDefaultNumberOfRetries(3);
        engine.setFailedJobCommandFactory(HouseRetries::new);
        engine.setCustomIncidentHandlers(List.of(new StuckJobs(standstills)));
        engine.setCustomSessionFactories(List.of(new StepCount.ForEachCall(jdbc)));
        engine.setCustomPostCommandInterceptorsTxRequired(List.of(new AtStep.Noted()));
        engine.setCustomHistoryEventHandlers(List.of(settledVariables, taskRecords));
        engine.setCustomFormTypes(List.of(new IsoDateFormType()));
        engine.setCustomPostBPMNParseListeners(new ArrayList<>(List.of(parseListener)));
        engine.setBusinessCalendarManager(TimersOnOurClock.of(clock));
        lock(engine, expressions);
        engine.setJobExecutor(jobExecutor());
        engine.setJobExecutorDeploymentAware(false);
        engine.setJobExecutorActivate(properties.jobExecutor());
        return engine;
    }

    /** MyBatis keeps all of the engine's XML for its parts in SQL (14 MB of objects), although each statement is complete. */
    private static final class LeanConfiguration extends SpringProcessEngineConfiguration {
        @Override
        protected void initSqlSessionFactory() {
            super.initSqlSessionFactory();
            getSqlSessionFactory().getConfiguration().getSqlFragments().clear();
        }
    }

    /** Everything through which a model could run code that is not ours is shut, whatever a check let pass. */
    private static void lock(SpringProcessEngineConfiguration engine, NarrowExpressions expressions) {
        engine.setBeans(new HashMap<>());
        engine.setExpressionManager(expressions);
        engine.setBpmnParseFactory(CodelessParse::new);
        engine.setCustomPreDeployers(List.of(new OwnSchemas()));
        engine.setArtifactFactory(new NoArtifacts());
        engine.setScriptEngineResolver(new NoScripts());
        engine.setEnableScriptEngineLoadExternalResources(false);
        engine.setEnableScriptEngineNashornCompatibility(false);
        engine.setConfigureScriptEngineHostAccess(true);
        engine.setEnableExpressionsInAdhocQueries(false);
        engine.setEnableExpressionsInStoredQueries(false);
        engine.setEnableXxeProcessing(false);
        engine.setJavaSerializationFormatEnabled(false);
        engine.setDeserializationTypeValidationEnabled(true);
        DefaultDmnEngineConfiguration decisions =
                (DefaultDmnEngineConfiguration) DefaultDmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        decisions.setScriptEngineResolver(language -> {
            throw new CodeRefused("a script in " + language);
        });
        decisions.setFeelEngineFactory(() -> new PlainFeel(new ScalaFeelEngineFactory().createInstance()));
        engine.setDmnEngineConfiguration(decisions);
    }

    /** A job that another node made is found within five seconds; few threads, because each takes a connection. */
    private static DefaultJobExecutor jobExecutor() {
        DefaultJobExecutor jobs = new DefaultJobExecutor();
        jobs.setCorePoolSize(2);
        jobs.setMaxPoolSize(4);
        jobs.setQueueSize(8);
        jobs.setMaxJobsPerAcquisition(4);
        jobs.setMaxWait(5_000);
        return jobs;
    }

    @Bean
    ProcessEngineFactoryBean processEngine(SpringProcessEngineConfiguration configuration) {
        ProcessEngineFactoryBean engine = new ProcessEngineFactoryBean();
        engine.setProcessEngineConfiguration(configuration);
        return engine;
    }

    /** All beans of the type, looked up when the engine first asks: some of them need the engine themselves. */
    private static <T> SingletonSupplier<List<T>> all(ObjectProvider<T> beans) {
        return SingletonSupplier.of(() -> beans.orderedStream().toList());
    }

    @Bean
    NarrowExpressions narrowExpressions(ObjectProvider<ExpressionName> names, ObjectProvider<MailStep> mail) {
        return new NarrowExpressions(all(names), new MailDelegate(SingletonSupplier.of(mail::getObject)));
    }

    @Bean
    BatonParseListener batonParseListener(
            ObjectProvider<TaskObserver> tasks,
            ObjectProvider<ProcessObserver> processes,
            ObjectProvider<DueDates> dueDates,
            Clock clock) {
        return new BatonParseListener(
                new TaskEvents(all(tasks), SingletonSupplier.of(dueDates::getObject), clock),
                new EndOfProcess(all(processes)));
    }

    @Bean
    SettledVariables settledVariables(ObjectProvider<ProcessObserver> processes) {
        return new SettledVariables(all(processes));
    }

    @Bean
    TaskRecords taskRecords(ObjectProvider<HistoryObserver> observers, Clock clock) {
        return new TaskRecords(all(observers), clock);
    }

    @Bean
    Deployments deployments(ProcessEngine engine, JdbcClient jdbc) {
        return new Deployments(engine.getRepositoryService(), jdbc);
    }

    @Bean
    DecisionVersions decisionVersions(ProcessEngine engine) {
        return new DecisionVersions(engine.getRepositoryService());
    }

    @Bean
    Standstills standstills(ObjectProvider<StandstillObserver> observers, PlatformTransactionManager transactions) {
        return new Standstills(all(observers), transactions);
    }

    @Bean
    Timers timers(ProcessEngine engine) {
        return new Timers(engine);
    }

    @Bean
    DeployedFiles deployedFiles(ProcessEngine engine) {
        return new DeployedFiles(engine.getRepositoryService());
    }

    @Bean
    Processes processes(ProcessEngine engine, Standstills standstills) {
        return new Processes(engine, standstills);
    }

    @Bean
    StuckSteps stuckSteps(ProcessEngine engine) {
        return new StuckSteps(engine);
    }

    @Bean
    UserTasks userTasks(ProcessEngine engine, Standstills standstills) {
        return new UserTasks(engine, standstills);
    }

    @Bean
    Migrations migrations(
            SpringProcessEngineConfiguration configuration,
            ProcessEngine started,
            JdbcClient jdbc,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events) {
        return new Migrations(configuration, jdbc, new TransactionTemplate(transactions), events);
    }

    @Bean
    WorkHistory workHistory(JdbcClient jdbc) {
        return new WorkHistory(jdbc);
    }

    @Bean
    HistoryCleanup historyCleanup(ProcessEngine engine) {
        return new HistoryCleanup(engine.getHistoryService());
    }

    @Bean
    PastAnswers pastAnswers(JdbcClient jdbc) {
        return new PastAnswers(jdbc);
    }

    @Bean
    Rulings rulings(SpringProcessEngineConfiguration configuration, ProcessEngine started) {
        return new Rulings(configuration);
    }

    @Bean
    Forms forms(SpringProcessEngineConfiguration configuration, ProcessEngine started) {
        return new Forms(configuration);
    }
}
