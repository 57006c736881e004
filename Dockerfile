# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml .
RUN mvn -B -ntp -DskipTests dependency:go-offline
COPY src src
COPY mail-templates mail-templates
RUN mvn -B -ntp -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre
RUN apt-get update && apt-get install -y --no-install-recommends curl fontconfig fonts-liberation && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --create-home baton
WORKDIR /opt/baton
COPY --from=build /src/target/baton.jar .
COPY bpmn bpmn
COPY mail-templates mail-templates
COPY people.yaml .
RUN mkdir data && chown baton data
USER baton
EXPOSE 8080
VOLUME /opt/baton/data
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s CMD curl -fsS http://localhost:8080/actuator/health || exit 1
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-Duser.timezone=UTC", "-jar", "baton.jar"]
