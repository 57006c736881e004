package dev.baton.bench.web;

import dev.baton.bench.whatif.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an address wants to be tried on past requests.
 *
 * @param trial null where nothing can be tried: {@code obstacle} says why
 * @param obstacle the end of a message key
 * @param number of the version; null for a draft
 * @param name of the workflow
 * @param home where the draft or the versions are
 * @param here the address of the page itself
 * @param preview where the preview is; null for a version
 * @param others further workflows that the same draft changes
 */
record WhatIfTrial(
        @Nullable Trial trial,
        @Nullable String obstacle,
        @Nullable Integer number,
        String name,
        String home,
        String here,
        @Nullable String preview,
        List<Programme.Other> others) {}
