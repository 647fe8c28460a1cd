package imtokenpay.screen;

import imtokenpay.outside.Await;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/// A browser's window, as one person has it before him.
final class Window implements AutoCloseable {
    /// Nobody waits so long when all is well.
    static final Duration PATIENCE = Duration.ofSeconds(60);

    // Asked in one go: an element that was found may be of the page before.
    private static final String SAYS = "return [...document.querySelectorAll(arguments[0])]"
            + ".some((element) => element.innerText.includes(arguments[1]))";

    private final ChromeDriver driver;

    /// What kind of device it is on.
    enum Device {
        DESKTOP("--window-size=1280,1000"),
        DARK_DESKTOP("--window-size=1280,1000", "--force-dark-mode"),
        DESKTOP_WITHOUT_SCRIPTS("--window-size=1280,1000"),
        PHONE("--window-size=390,844"),
        IMTOKEN("--window-size=390,844", "--user-agent=Mozilla/5.0 (Linux; Android 14) Chrome/120 imToken/2.16.0"),
        WECHAT("--window-size=390,844", "--user-agent=Mozilla/5.0 (iPhone) MicroMessenger/8.0.49");

        private final List<String> options;

        Device(String... options) {
            this.options = List.of(options);
        }

        private boolean isTouched() {
            return switch (this) {
                case DESKTOP, DARK_DESKTOP, DESKTOP_WITHOUT_SCRIPTS -> false;
                case PHONE, IMTOKEN, WECHAT -> true;
            };
        }
    }

    private Window(ChromeDriver driver) {
        this.driver = driver;
    }

    /// Opens one.
    static Window on(Device device) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(program("CHROMIUM", "chromium", "chromium-browser", "google-chrome"));
        options.addArguments("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage");
        options.addArguments("--hide-scrollbars", "--lang=en-US", "--disable-background-networking");
        options.addArguments(device.options);
        if (device.isTouched()) {
            options.setExperimentalOption(
                    "mobileEmulation",
                    Map.of("deviceMetrics", Map.of("width", 390, "height", 844, "pixelRatio", 2, "touch", true)));
        }
        if (device == Device.DESKTOP_WITHOUT_SCRIPTS) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        options.setCapability("goog:loggingPrefs", logs);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(new File(program("CHROMEDRIVER", "chromedriver")))
                .build();
        return new Window(new ChromeDriver(service, options));
    }

    private static String program(String variable, String... names) {
        String named = Objects.requireNonNullElse(System.getenv(variable), "");
        Stream<Path> onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(folder -> Arrays.stream(names).map(name -> Path.of(folder, name)));
        return Stream.concat(Stream.of(named).filter(name -> !name.isEmpty()).map(Path::of), onPath)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + names[0] + " here: ./check installs it or tells how"))
                .toString();
    }

    /// Runs in every page before the page's own script.
    Window with(String script) {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", script));
        return this;
    }

    Window open(URI page) {
        driver.get(page.toString());
        return this;
    }

    /// Answers when the page's heading is this.
    void awaitHeading(String heading) {
        Await.until("the page says " + heading, PATIENCE, () -> heading().equals(heading));
    }

    // The page may load itself anew at any moment.
    String heading() {
        return String.valueOf(run("return (document.querySelector('h1') || {}).textContent"));
    }

    /// Where it is.
    URI address() {
        return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
    }

    String text(String selector) {
        return find(selector).getText();
    }

    /// Answers when what is there says this among others.
    void awaitText(String selector, String text) {
        Await.until(selector + " says: " + text, PATIENCE, () -> Boolean.TRUE.equals(run(SAYS, selector, text)));
    }

    String attribute(String selector, String name) {
        return String.valueOf(find(selector).getDomAttribute(name));
    }

    boolean isShown(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream().anyMatch(WebElement::isDisplayed);
    }

    boolean isEnabled(String selector) {
        return find(selector).isEnabled();
    }

    void click(String selector) {
        find(selector).click();
    }

    void type(String selector, String text) {
        WebElement field = find(selector);
        field.clear();
        field.sendKeys(text);
    }

    void press(Keys key) {
        new Actions(driver).sendKeys(key).perform();
    }

    /// Presses the tab key until what has the focus is this.
    void tabTo(String selector) {
        for (int i = 0; i < 60; i++) {
            press(Keys.TAB);
            if (Boolean.TRUE.equals(run("return document.activeElement.matches(arguments[0])", selector))) {
                return;
            }
        }
        throw new AssertionError("the tab key never comes to " + selector);
    }

    Object run(String script, Object... arguments) {
        return Objects.requireNonNullElse(((JavascriptExecutor) driver).executeScript(script, arguments), "");
    }

    Object runAsync(String script, Object... arguments) {
        return Objects.requireNonNullElse(driver.executeAsyncScript(script, arguments), "");
    }

    /// Errors that the browser told since the last time, such as violations of the page's security policy.
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        driver.manage().logs().get(LogType.BROWSER).forEach(entry -> {
            if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                errors.add(entry.getMessage());
            }
        });
        return errors;
    }

    /// A picture of the whole page.
    void picture(Path file) {
        Object png = driver.executeCdpCommand("Page.captureScreenshot", Map.of("captureBeyondViewport", true))
                .get("data");
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, Base64.getDecoder().decode(String.valueOf(png)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebElement find(String selector) {
        return driver.findElement(By.cssSelector(selector));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
