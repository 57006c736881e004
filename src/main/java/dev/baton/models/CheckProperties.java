package dev.baton.models;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * From where on a workflow counts as too much for people; each is told as a warning.
 *
 * @param stepsInARow how many steps one after the other may wait for a person
 * @param requiredFields how many fields of a form may have to be filled in
 */
@ConfigurationProperties("baton.check")
public record CheckProperties(
        @DefaultValue("7") int stepsInARow,
        @DefaultValue("7") int requiredFields) {}
