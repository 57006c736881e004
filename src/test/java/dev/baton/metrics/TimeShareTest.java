package dev.baton.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TimeShareTest {

    /** Of 10, 20, 30, 40 and 50 seconds stood still 1, 2, 9, 4 and 14: 30 of 150. By hand the residuals' squares add up to 46. */
    @Test
    void theIntervalFollowsHowMuchTheSharesScatter() {
        TimeShare.Sum sum = new TimeShare.Sum();
        sum.add(1, 10);
        sum.add(2, 20);
        sum.add(9, 30);
        sum.add(4, 40);
        sum.add(14, 50);

        TimeShare share = sum.share();

        assertThat(share.value()).isEqualTo(.2);
        double margin = 1.959964 * Math.sqrt(46 * 5 / 4.0) / 150;
        assertThat(share.low()).isCloseTo(.2 - margin, within(1e-9));
        assertThat(share.high()).isCloseTo(.2 + margin, within(1e-9));
        assertThat(share.isTooFew()).isFalse();
    }

    @Test
    void fourRequestsAreTooFewForAnIntervalAndNoneForAShare() {
        TimeShare.Sum sum = new TimeShare.Sum();
        assertThat(sum.share().value()).isNull();
        for (int i = 0; i < 4; i++) {
            sum.add(1, 2);
        }
        assertThat(sum.share().value()).isEqualTo(.5);
        assertThat(sum.share().low()).isNull();
        assertThat(sum.share().isTooFew()).isTrue();
    }
}
