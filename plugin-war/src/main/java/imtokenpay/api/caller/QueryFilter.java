package imtokenpay.api.caller;

import imtokenpay.api.problem.Problem;
import imtokenpay.api.problem.Problem.Violation;
import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Refuses query parameters that a call does not have, and those that come twice. A mistyped `orderref` would else be
/// passed over, and the payments of all orders be taken for those of one.
@Provider
@Dependent
public class QueryFilter implements ContainerRequestFilter {
    @Context
    private @Nullable ResourceInfo called;

    @Override
    public void filter(ContainerRequestContext request) {
        var known = names(Objects.requireNonNull(called).getResourceMethod());
        var violations = new ArrayList<Violation>();
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!known.contains(name)) {
                violations.add(new Violation(shortened(name), "is not a parameter of this call"));
            } else if (values.size() > 1) {
                violations.add(new Violation(name, "comes more than once"));
            }
        });
        if (!violations.isEmpty()) {
            request.abortWith(Problem.malformed("A parameter breaks its rule.", violations)
                    .answer());
        }
    }

    /// The query parameters of a call.
    static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.of(parameter))
                .flatMap(place -> name(place).stream())
                .collect(Collectors.toSet());
    }

    private static Optional<String> name(AnnotatedElement place) {
        return Optional.ofNullable(place.getAnnotation(QueryParam.class)).map(QueryParam::value);
    }

    private static String shortened(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }
}
