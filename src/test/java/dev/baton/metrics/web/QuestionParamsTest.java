package dev.baton.metrics.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionParamsTest {

    @Test
    void whatIsNotSaidIsNotInTheAddress() {
        assertThat(QuestionParams.NONE.query()).isEmpty();
        assertThat(new QuestionParams(null, "", "", null, null, " ", null, null, null, null).query())
                .isEmpty();
    }

    @Test
    void whatIsSaidIsInTheAddressAsItCanBeReadBack() {
        QuestionParams params = new QuestionParams(
                null, "a&b", null, null, null, "2026-03-01T00:00:00+01:00", null, null, "Europe/Berlin", null);

        assertThat(params.query())
                .isEqualTo("?workflow=a%26b&from=2026-03-01T00%3A00%3A00%2B01%3A00&zone=Europe%2FBerlin");
        assertThat(params.page(2)).endsWith("&page=2");
        assertThat(QuestionParams.NONE.page(2)).isEqualTo("?page=2");
    }

    @Test
    void examplesAreLeftOutOnlyWhereTheAddressSaysSo() {
        assertThat(QuestionParams.NONE.withExamples(false).query()).isEqualTo("?examples=false");
        assertThat(QuestionParams.NONE.withExamples(false).withExamples(true).query())
                .isEmpty();
    }
}
