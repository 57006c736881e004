package dev.baton.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LastDayAwayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "I am out of the office until Friday, 13 March 2026. | 2026-03-13",
                "I will be on leave through March 13th. | 2026-03-13",
                "I am away from 3 to 13 March 2026. | 2026-03-13",
                "I'm on vacation and will be back on Monday, March 16. | 2026-03-15",
                "I will return to the office on 16 March. | 2026-03-15",
                "Out until 13 March, back in the office on Monday, 16 March. | 2026-03-13",
                "I am away until 2026-03-13. | 2026-03-13",
                "Ich bin bis einschließlich Freitag, den 13. März 2026 nicht im Büro. | 2026-03-13",
                "Ich bin bis 13.03.2026 im Urlaub. | 2026-03-13",
                "Ich bin vom 3. bis 13. März 2026 im Urlaub. | 2026-03-13",
                "Ab dem 16.3. bin ich wieder für Sie da. | 2026-03-15",
                "Je suis absent jusqu'au vendredi 13 mars 2026 inclus. | 2026-03-13",
                "Je serai de retour au bureau le 16 mars. | 2026-03-15",
                "Estaré fuera de la oficina hasta el 13 de marzo de 2026. | 2026-03-13",
                "Vuelvo a la oficina el 16 de marzo. | 2026-03-15",
                "Sono in ferie fino al 13 marzo 2026. | 2026-03-13",
                "Rientrerò in ufficio il 16 marzo. | 2026-03-15",
                "Ik ben afwezig tot en met vrijdag 13 maart 2026. | 2026-03-13",
                "Ik ben weer terug op maandag 16 maart. | 2026-03-15",
                "Estou de férias até 13 de março de 2026. | 2026-03-13",
                "Jestem na urlopie do 13 marca 2026. | 2026-03-13",
                "Wracam do biura 16 marca. | 2026-03-15",
                "Jag är på semester till och med 13 mars 2026. | 2026-03-13",
                "Jag är tillbaka på kontoret måndagen den 16 mars. | 2026-03-15",
                "Я в отпуске по 13 марта 2026. | 2026-03-13",
                "Вернусь в офис 16 марта. | 2026-03-15",
                "我将于3月3日至3月13日休假。 | 2026-03-13",
                "我将于2026年3月16日返回办公室。 | 2026-03-15",
                "3月3日から3月13日まで不在にしております。 | 2026-03-13",
                "2026年3月13日(金)まで休暇をいただいております。3月16日より出社いたします。 | 2026-03-13",
            })
    void isReadWhereTheTextSaysIt(String text, LocalDate last) {
        assertThat(LastDayAway.in(text, TODAY)).isEqualTo(java.util.Optional.ofNullable(last));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-03-14 | I am away until 14 March. | 2026-03-14",
                "2026-03-15 | I am away until 14 March. | 2026-03-14",
                "2026-03-16 | I am away until 14 March. |",
                "2026-09-01 | I am away until 14 March. |",
                "2026-11-20 | I am away until 14 March. | 2027-03-14",
                "2026-12-23 | Ich bin bis zum 6. Januar im Urlaub. | 2027-01-06",
                "2027-01-08 | Ich bin bis zum 6. Januar im Urlaub. |",
                "2026-12-28 | I am back on 1 January. | 2026-12-31",
                "2026-03-02 | Until January 5 I do not read mail. |",
                "2026-03-02 | Until January 5, 2027 I do not read mail. | 2027-01-05",
                "2027-12-01 | I am away until 29 February. | 2028-02-29",
                "2026-12-01 | I am away until 29 February. |",
            })
    void aDayWithoutItsYearIsNotTheNextYearsOnceItIsOver(LocalDate today, String text, LocalDate last) {
        assertThat(LastDayAway.in(text, today)).isEqualTo(java.util.Optional.ofNullable(last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I am away until 3/4/2026.",
                "I am away. Please call 030 1234567.",
                "I am away until Monday.",
                "I am away until 31 February 2026.",
                "I was away until 13 March 2019.",
                "I am away until 13 March, then again until 30 April.",
                "The offer is valid since 13 March 2026.",
                ""
            })
    void isNotGuessed(String text) {
        assertThat(LastDayAway.in(text, TODAY)).isEmpty();
    }
}
