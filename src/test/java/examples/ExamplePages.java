package examples;

import java.security.Principal;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Pages and calls in place of those of the feature modules, which tests of the layout know nothing of. Outside {@code
 * dev.baton}, so that no other test finds them.
 */
@TestConfiguration(proxyBeanMethods = false)
public class ExamplePages {

    @Controller
    static class InPlaceOfFeatures {

        @GetMapping({
            "/my/example",
            "/requests/example",
            "/dashboard/example",
            "/pilots/example",
            "/workflows/example",
            "/ledger/example",
            "/outbox/example",
            "/forgotten/example"
        })
        @ResponseBody
        String who(Principal who) {
            return who.getName();
        }

        @GetMapping("/s/example")
        String shown() {
            return "example";
        }

        @PostMapping("/s/example")
        @ResponseBody
        String pressed(@RequestParam String outcome) {
            return outcome;
        }

        @PostMapping("/new/example")
        @ResponseBody
        String uploaded(@RequestParam MultipartFile file) {
            return file.getOriginalFilename();
        }

        @GetMapping("/s/broken")
        String broken() {
            throw new IllegalStateException("the secret cause");
        }
    }

    @RestController
    static class Calls {

        @GetMapping("/api/example/{number}")
        int number(@PathVariable int number) {
            if (number == 0) {
                throw new IllegalStateException("the secret cause");
            }
            return number;
        }

        @PostMapping("/api/example")
        String posted() {
            return "posted";
        }
    }
}
