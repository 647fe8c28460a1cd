package imtokenpay.admin;

import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerFactory;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;

/// Shows a page anew when a form is sent that we do not know: its session is over, or it was never ours. Nothing that
/// such a form asks for is done.
public final class ExpiredForms extends ExceptionHandlerFactory {
    public ExpiredForms(ExceptionHandlerFactory wrapped) {
        super(wrapped);
    }

    @Override
    public ExceptionHandler getExceptionHandler() {
        return new Handler(getWrapped().getExceptionHandler());
    }

    private static final class Handler extends ExceptionHandlerWrapper {
        Handler(ExceptionHandler wrapped) {
            super(wrapped);
        }

        @Override
        public void handle() {
            var events = getUnhandledExceptionQueuedEvents().iterator();
            while (events.hasNext()) {
                var thrown = events.next().getContext().getException();
                if (thrown instanceof ViewExpiredException expired) {
                    events.remove();
                    showAnew(FacesContext.getCurrentInstance(), expired.getViewId());
                }
            }
            super.handle();
        }

        private static void showAnew(FacesContext context, String viewId) {
            var outside = context.getExternalContext();
            try {
                outside.redirect(outside.getRequestContextPath() + viewId);
                context.responseComplete();
            } catch (IOException gone) {
                throw new FacesException(gone);
            }
        }
    }
}
