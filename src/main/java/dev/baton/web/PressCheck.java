package dev.baton.web;

import dev.baton.shared.NotAPress;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets no form of a page through that no person sent: robots follow links, run scripts and submit what they find. */
final class PressCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (HttpMethod.POST.matches(request.getMethod())
                && handler instanceof HandlerMethod method
                && isOfAPage(method)
                && !Press.madeBy(request)) {
            throw new NotPressedException(request.getRequestURI());
        }
        return true;
    }

    /** Programs use the API, with a token that no robot has. */
    private static boolean isOfAPage(HandlerMethod method) {
        return !method.hasMethodAnnotation(NotAPress.class)
                && !method.hasMethodAnnotation(ResponseBody.class)
                && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), ResponseBody.class);
    }
}
