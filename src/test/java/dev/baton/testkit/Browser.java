package dev.baton.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser. Where the machine has no Chromium, the tests that ask for it are skipped and say so. */
public final class Browser implements AutoCloseable {

    /** Widths that pages are looked at with: a phone and a desk. */
    public static final List<Integer> WIDTHS = List.of(390, 1280);

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final Path profile;
    private final String home;

    private Browser(ChromeDriver driver, Path profile, String home) {
        this.driver = driver;
        this.profile = profile;
        this.home = home;
    }

    /** A fresh browser at the application on this port; skips the test if there is none on this machine. */
    public static Browser at(int port) {
        Path chromium = installed("chromium", "chromium-browser", "google-chrome");
        Path chromedriver = installed("chromedriver");
        Assumptions.assumeTrue(
                chromium != null && chromedriver != null,
                "Skipped: this test needs chromium and chromedriver on the PATH (Debian: chromium, chromium-driver)");
        try {
            Path profile = Files.createTempDirectory("baton-browser");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(chromium.toFile());
            options.addArguments(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--hide-scrollbars",
                    "--user-data-dir=" + profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(chromedriver.toFile())
                    .build();
            return new Browser(new ChromeDriver(service, options), profile, "http://localhost:" + port);
        } catch (IOException noFolder) {
            throw new UncheckedIOException(noFolder);
        }
    }

    private static Path installed(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }

    /** Opens a path of the application, or a full address. */
    public Browser open(String address) {
        driver.get(address.startsWith("http") ? address : home + address);
        return this;
    }

    /** Presses the first button or link with this text, and waits until the page that follows has loaded; or a fold. */
    public Browser click(String text) {
        String quoted = "\"" + text + "\"";
        WebElement found = waiting()
                .until(d -> d
                        .findElements(By.xpath("//*[self::button or self::a or self::summary or @role='button']"
                                + "[normalize-space()=" + quoted + "]"))
                        .stream()
                        .filter(WebElement::isDisplayed)
                        .findFirst()
                        .orElse(null));
        return press(found);
    }

    /** Presses the button that this CSS selector finds, and waits likewise. */
    public Browser press(String selector) {
        return press(driver.findElement(By.cssSelector(selector)));
    }

    /** Chromium's driver says it in two ways: as a stale element, and sometimes as a node of another document. */
    private static boolean isGone(WebElement page) {
        try {
            page.isEnabled();
            return false;
        } catch (StaleElementReferenceException gone) {
            return true;
        } catch (WebDriverException other) {
            if (String.valueOf(other.getMessage()).contains("does not belong to the document")) {
                return true;
            }
            throw other;
        }
    }

    private Browser press(WebElement found) {
        boolean leaves = !found.getTagName().equals("summary");
        WebElement page = driver.findElement(By.tagName("html"));
        found.click();
        if (leaves) {
            waiting().until(d -> isGone(page));
        }
        waiting().until(d -> "complete".equals(driver.executeScript("return document.readyState")));
        return this;
    }

    /** Lets a script of somebody else run in the page, as robots do, and waits for where it leads to. */
    public Object runs(String script, Object... arguments) {
        Object result = driver.executeScript(script, arguments);
        waiting().until(d -> "complete".equals(driver.executeScript("return document.readyState")));
        return result;
    }

    /** Fills the field with this label or name. */
    public Browser fill(String labelOrName, String value) {
        WebElement field = driver.findElements(By.name(labelOrName)).stream()
                .findFirst()
                .orElseGet(() -> driver.findElement(
                        By.id(driver.findElement(By.xpath("//label[normalize-space()=\"" + labelOrName + "\"]"))
                                .getDomAttribute("for"))));
        field.clear();
        field.sendKeys(value);
        return this;
    }

    /** Chooses a file in the field with this name. */
    public Browser upload(String name, Path file) {
        driver.findElement(By.name(name)).sendKeys(file.toAbsolutePath().toString());
        return this;
    }

    /** Waits until the page has something that this CSS selector finds, such as what a script draws. */
    public Browser waitFor(String selector) {
        waiting().until(d -> !d.findElements(By.cssSelector(selector)).isEmpty());
        return this;
    }

    /** Chooses in the field with this name: an option of a list by its text, a day as {@code 2026-03-14}. */
    public Browser choose(String name, String value) {
        waiting().ignoring(StaleElementReferenceException.class).until(d -> {
            chooseIn(driver.findElement(By.name(name)), value);
            return true;
        });
        return this;
    }

    private void chooseIn(WebElement field, String value) {
        if (field.getTagName().equals("select")) {
            new Select(field).selectByVisibleText(value);
        } else {
            driver.executeScript(
                    "arguments[0].value = arguments[1];"
                            + "arguments[0].dispatchEvent(new Event('change', {bubbles: true}))",
                    field,
                    value);
        }
    }

    /** Waits until there is no element with this id. */
    public Browser waitUntilGone(String id) {
        waiting().until(d -> d.findElements(By.id(id)).isEmpty());
        return this;
    }

    /** The text of the page's heading. */
    public String heading() {
        return driver.findElement(By.tagName("h1")).getText();
    }

    /** All text a reader sees. */
    public String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** All text a reader sees in the frame that this CSS selector finds, once there is some. */
    public String textInFrame(String selector) {
        return inFrame(
                selector,
                () -> waiting().until(d -> {
                    String text = d.findElement(By.tagName("body")).getText();
                    return text.isBlank() ? null : text;
                }));
    }

    /** Presses a link in that frame, and says what the title of the window is that opens; the window is closed again. */
    public String opensApart(String selector, String link) {
        String here = driver.getWindowHandle();
        inFrame(selector, () -> {
            driver.findElement(By.linkText(link)).click();
            return link;
        });
        String apart = waiting()
                .until(d -> d.getWindowHandles().stream()
                        .filter(window -> !window.equals(here))
                        .findFirst()
                        .orElse(null));
        driver.switchTo().window(apart);
        try {
            return waiting().until(d -> d.getTitle().isBlank() ? null : d.getTitle());
        } finally {
            driver.close();
            driver.switchTo().window(here);
        }
    }

    private <T> T inFrame(String selector, Supplier<T> look) {
        driver.switchTo().frame(driver.findElement(By.cssSelector(selector)));
        try {
            return look.get();
        } finally {
            driver.switchTo().defaultContent();
        }
    }

    /** The address shown. */
    public String address() {
        return driver.getCurrentUrl();
    }

    /** Shows pages this wide, in CSS pixels. */
    public Browser wide(int pixels) {
        return window(pixels, 844);
    }

    /** Shows pages in a window of this size; what is in frames is drawn only while it is in sight. */
    public Browser window(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        return this;
    }

    /** Asks for light or dark pages, as a reader's settings do, and for no movement, so that pictures are of the end. */
    public Browser dark(boolean dark) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "",
                        "features",
                        List.of(
                                Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"),
                                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
        return this;
    }

    /** A picture of the whole page, as PNG, into this file. */
    public Browser picture(Path file) {
        return picture(file, Integer.MAX_VALUE);
    }

    /** A picture of the page down to this many pixels at most. */
    public Browser picture(Path file, int atMost) {
        Object height = driver.executeScript(
                "return Math.min(arguments[0], Math.ceil(document.documentElement.getBoundingClientRect().height))",
                atMost);
        Object width = driver.executeScript("return window.innerWidth");
        Object data = driver.executeCdpCommand(
                        "Page.captureScreenshot",
                        Map.of(
                                "format",
                                "png",
                                "captureBeyondViewport",
                                true,
                                "clip",
                                Map.of("x", 0, "y", 0, "width", width, "height", height, "scale", 1)))
                .get("data");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, OutputType.BYTES.convertFromBase64Png(String.valueOf(data)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    /** A picture of what this CSS selector finds, as far as it is on the screen. */
    public Browser pictureOf(String selector, Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.write(file, driver.findElement(By.cssSelector(selector)).getScreenshotAs(OutputType.BYTES));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return this;
    }

    /** Pictures of this page on a phone and a desk, light and dark: {@code name-390-light.png} and so on. */
    public Browser pictures(Path folder, String name) {
        for (int width : WIDTHS) {
            for (boolean dark : List.of(false, true)) {
                wide(width).dark(dark);
                picture(folder.resolve(name + "-" + width + (dark ? "-dark" : "-light") + ".png"));
            }
        }
        return this;
    }

    /**
     * Nothing for axe to find by WCAG 2.2 AA, no sideways scrolling, and nothing that the content policy stopped, on a
     * phone and a desk, light and dark.
     */
    public Browser readsWellEverywhere() {
        isAccessibleEverywhere();
        assertThat(complaints()).isEmpty();
        return this;
    }

    /** The same without a look at what the browser complained about, which also are pages that refuse something. */
    public Browser isAccessibleEverywhere() {
        for (int width : WIDTHS) {
            for (boolean dark : List.of(false, true)) {
                isAccessible(width, dark);
            }
        }
        return this;
    }

    /** The same at one width, light or dark. */
    public Browser isAccessible(int width, boolean dark) {
        wide(width).dark(dark);
        String where = address() + " at " + width + (dark ? " dark" : " light");
        // Frames hold what others wrote, and scripts cannot run in them: axe would wait for each for half a
        // minute.
        assertThat(new AxeBuilder()
                        .setLegacyMode(true)
                        .disableIframeTesting()
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze(driver)
                        .getViolations())
                .as(where)
                .extracting(Browser::shown)
                .isEmpty();
        assertThat((Boolean) driver.executeScript("return document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling of " + where)
                .isTrue();
        return this;
    }

    /** The page as it is printed on A4 with its margins; {@link #dark} brings the screen back. */
    public Browser paper() {
        window(718, 1000);
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of(
                        "media",
                        "print",
                        "features",
                        List.of(Map.of("name", "prefers-color-scheme", "value", "light"))));
        return this;
    }

    /** The page as a PDF file on A4. */
    public byte[] pdf() {
        Object data = driver.executeCdpCommand(
                        "Page.printToPDF", Map.of("paperWidth", 8.27, "paperHeight", 11.69, "printBackground", false))
                .get("data");
        return Base64.getDecoder().decode(String.valueOf(data));
    }

    /** What the browser complained about: scripts and styles that were stopped, files that are missing. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    private static String shown(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    private WebDriverWait waiting() {
        return new WebDriverWait(driver, PATIENCE);
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(java.util.Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }
}
