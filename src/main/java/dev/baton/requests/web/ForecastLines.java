package dev.baton.requests.web;

import dev.baton.people.Moments;
import dev.baton.requests.DeliveryForecast;
import dev.baton.requests.DeliveryForecasts;
import dev.baton.requests.Request;
import dev.baton.shared.RequestRef;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the forecast of a request says, in sentences. */
@Component
class ForecastLines {

    private final ObjectProvider<DeliveryForecasts> forecasts;
    private final Moments moments;
    private final MessageSource messages;

    ForecastLines(ObjectProvider<DeliveryForecasts> forecasts, Moments moments, MessageSource messages) {
        this.forecasts = forecasts;
        this.moments = moments;
        this.messages = messages;
    }

    Optional<StatusView.ForecastLine> of(Request request, ZoneId zone) {
        return Optional.ofNullable(forecasts.getIfAvailable())
                .flatMap(known -> known.of(request))
                .map(forecast -> line(forecast, request.promisedAt(), zone));
    }

    private StatusView.ForecastLine line(DeliveryForecast forecast, @Nullable Instant promise, ZoneId zone) {
        String day = forecast.date().map(by -> moments.day(by, zone)).orElse(null);
        String others = forecast.waitsFor().stream().map(RequestRef::toString).collect(Collectors.joining(", "));
        List<String> sentences = new ArrayList<>();
        if (day != null) {
            sentences.add(text("is", day, forecast.cases(), forecast.examples() ? 1 : 0));
        }
        if (forecast.ground() != DeliveryForecast.Ground.LENGTHS) {
            sentences.add(text(forecast.ground().word(), others));
        }
        if (day != null && forecast.heldUp()) {
            sentences.add(text("held-up"));
        }
        return new StatusView.ForecastLine(sentences, day, forecast.by(), forecast.endangers(promise));
    }

    private String text(String key, Object... words) {
        return messages.getMessage("requests.forecast." + key, words, Locale.ENGLISH);
    }
}
