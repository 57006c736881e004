package dev.baton.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "nadia+launch@example.com, nadia@example.com, launch",
        "nadia@example.com, nadia@example.com, ''",
        "+491701234567@fax.example, +491701234567@fax.example, ''",
        "+49+fax@fax.example, +49@fax.example, fax"
    })
    void aTagStandsBehindSomething(String address, String mailbox, String tag) {
        assertThat(EmailAddress.of(address).untagged()).isEqualTo(EmailAddress.of(mailbox));
        assertThat(EmailAddress.of(address).tag().orElse("")).isEqualTo(tag);
    }

    @Test
    void whatGrowsTooLongInSmallLettersIsNoAddress() {
        assertThat(EmailAddress.parse("\u0130".repeat(40) + "@example.com")).isEmpty();
        assertThat(EmailAddress.parse("Nadia@Example.COM"))
                .map(EmailAddress::value)
                .contains("nadia@example.com");
    }
}
