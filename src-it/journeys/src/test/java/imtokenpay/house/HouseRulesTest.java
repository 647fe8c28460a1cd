package imtokenpay.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Who may know whom. A rule that hurts is a reason to change the design, not the rule.
class HouseRulesTest {
    private static final JavaClasses PLUGIN = new ClassFileImporter()
            .importPaths(
                    Repository.classes("plugin-core"),
                    Repository.classes("plugin-war"),
                    Repository.classes("admin-ui"));
    private static final JavaClasses STOREFRONT =
            new ClassFileImporter().importPaths(Repository.classes("storefront-adapter"));

    @Test
    void the_house_has_just_these_rooms() {
        var rooms = PLUGIN.stream().map(HouseRulesTest::room).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(Rooms.ROOMS.keySet()), rooms);
    }

    @Test
    void a_room_knows_only_the_rooms_before_it() {
        Rooms.ROOMS.forEach((room, known) -> {
            var allowed = new ArrayList<>(known);
            allowed.add(room);
            noClasses()
                    .that(are(room))
                    .should()
                    .dependOnClassesThat(inOurHouse().and(resideOutsideOfPackages(packages(allowed))))
                    .check(PLUGIN);
        });
    }

    @Test
    void a_library_is_known_only_where_it_belongs() {
        Rooms.LIBRARIES.forEach((library, rooms) -> noClasses()
                .that(resideOutsideOfPackages(packages(rooms)))
                .should()
                .dependOnClassesThat(resideInAnyPackage(library + ".."))
                .check(PLUGIN));
    }

    @Test
    void money_rules_run_in_a_plain_jvm() {
        noClasses()
                .that(resideInAnyPackage(packages(Rooms.DOMAIN)))
                .and()
                .haveNameNotMatching(".*\\.(Payment|Refund|Receipt)Json")
                .should()
                .dependOnClassesThat(resideInAnyPackage("jakarta.."))
                .check(PLUGIN);
    }

    @Test
    void no_package_knows_one_that_knows_it() {
        slices().matching("imtokenpay.(**)").should().beFreeOfCycles().check(PLUGIN);
        slices().matching("imtokenpay.(**)").should().beFreeOfCycles().check(STOREFRONT);
    }

    @Test
    void the_wall_clock_is_known_to_the_wiring_alone() {
        for (var clock : List.of(Instant.class, Clock.class, InstantSource.class)) {
            noClasses()
                    .that(resideOutsideOfPackages(packages(List.of("adapter.wiring"))))
                    .should()
                    .callMethodWhere(describe(
                            "tells the time of " + clock.getSimpleName(),
                            call -> call.getTargetOwner().isEquivalentTo(clock)
                                    && (call.getName().equals("now")
                                            || call.getName().startsWith("system"))))
                    .check(PLUGIN);
        }
        noClasses().should().callMethod(System.class, "currentTimeMillis").check(PLUGIN);
    }

    @Test
    void nothing_about_money_is_a_floating_point_number() {
        var floating = describe(
                "are floating point",
                (JavaClass type) -> Set.of("float", "double", "java.lang.Float", "java.lang.Double")
                        .contains(type.getName()));
        fields().should().notHaveRawType(floating).check(PLUGIN);
        methods().should().notHaveRawReturnType(floating).check(PLUGIN);
        noClasses()
                .should()
                .callMethodWhere(describe(
                        "takes floating point",
                        call -> call.getTarget().getRawParameterTypes().stream().anyMatch(floating)
                                || floating.test(call.getTarget().getRawReturnType())))
                .check(PLUGIN);
        noClasses()
                .should()
                .callConstructorWhere(describe(
                        "takes floating point",
                        call -> call.getTarget().getRawParameterTypes().stream().anyMatch(floating)))
                .check(PLUGIN);
    }

    @Test
    void what_the_domain_holds_never_changes() {
        fields().that()
                .areDeclaredInClassesThat(resideInAnyPackage(packages(Rooms.DOMAIN)))
                .should()
                .beFinal()
                .check(PLUGIN);
    }

    @Test
    void every_step_of_the_flow_says_whether_it_holds_a_transaction() {
        classes()
                .that(are("flow"))
                .and()
                .arePublic()
                .and()
                .areTopLevelClasses()
                .and()
                .areNotInterfaces()
                .and()
                .areNotAnnotations()
                .and()
                .areNotRecords()
                .and()
                .areNotEnums()
                .should()
                .beAnnotatedWith("imtokenpay.flow.UseCase")
                .orShould()
                .beAnnotatedWith("imtokenpay.flow.Pass")
                .check(PLUGIN);
    }

    @Test
    void a_pass_knows_no_collection_that_needs_a_transaction() {
        noClasses()
                .that()
                .areAnnotatedWith("imtokenpay.flow.Pass")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(".*\\.(Payments|Ledger|ChainCursors|ReceivingSlots|FreshAddresses|Outbox|WatchLease"
                        + "|AcceptedAssets|Refunds|Payouts|Campaigns|Discounts|Reports|RefundReport|PersonalTexts)")
                .check(PLUGIN);
    }

    @Test
    void names_say_what_a_thing_is() {
        for (var suffix :
                List.of("Impl", "Manager", "Helper", "Util", "Utils", "Service", "Dto", "Bean", "Info", "Data")) {
            noClasses().should().haveSimpleNameEndingWith(suffix).check(PLUGIN);
            noClasses().should().haveSimpleNameEndingWith(suffix).check(STOREFRONT);
        }
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .haveSimpleNameEndingWith("Row")
                .check(PLUGIN);
        classes()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should()
                .haveSimpleNameEndingWith("Resource")
                .check(PLUGIN);
    }

    @Test
    void a_storefront_takes_nothing_but_our_one_jar() {
        assertTrue(STOREFRONT.size() > 5);
        noClasses()
                .should()
                .dependOnClassesThat(resideOutsideOfPackages(
                        "java..",
                        "javax..",
                        "jakarta..",
                        "org.w3c.dom..",
                        "org.xml.sax..",
                        "org.eclipse.microprofile.config..",
                        "org.jspecify..",
                        "imtokenpay.storefront.."))
                .check(STOREFRONT);
    }

    private static DescribedPredicate<JavaClass> are(String room) {
        return resideInAnyPackage(packages(List.of(room)));
    }

    private static DescribedPredicate<JavaClass> inOurHouse() {
        return resideInAnyPackage("imtokenpay..");
    }

    private static String[] packages(Iterable<String> rooms) {
        var names = new ArrayList<String>();
        rooms.forEach(room -> names.add("imtokenpay." + room + ".."));
        return names.toArray(String[]::new);
    }

    private static String room(JavaClass type) {
        var steps = type.getPackageName().split("\\.");
        return steps[1].equals("adapter") ? steps[1] + "." + steps[2] : steps[1];
    }
}
