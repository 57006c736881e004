package dev.baton.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The file keeps to the BPMN 2.0 schema, which the engine insists on too. */
final class FollowsSchema implements Rule {

    /** More than that come from one mistake near the top. */
    private static final int MOST = 10;

    @Override
    public String name() {
        return "schema";
    }

    @Override
    public void check(Model model, Findings findings) {
        if (model.isProcess()) {
            complaints(model.bytes()).stream()
                    .map(SchemaComplaint::of)
                    .filter(SchemaComplaint::isNews)
                    .limit(MOST)
                    .forEach(complaint ->
                            findings.error(model.root(), complaint.line(), complaint.what(), complaint.about()));
        }
    }

    private static List<SAXParseException> complaints(byte[] bytes) {
        List<SAXParseException> complaints = new ArrayList<>();
        try {
            Validator validator = BpmnSchema.get().newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            validator.setErrorHandler(new Collect(complaints));
            validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
        } catch (SAXParseException fatal) {
            complaints.add(fatal);
        } catch (SAXException unsupported) {
            throw new IllegalStateException("The BPMN schema cannot be applied", unsupported);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return complaints;
    }

    private record Collect(List<SAXParseException> complaints) implements ErrorHandler {

        @Override
        public void warning(SAXParseException complaint) {
            // A warning of the parser is about its own reading, not about the file.
        }

        @Override
        public void error(SAXParseException complaint) {
            complaints.add(complaint);
        }

        @Override
        public void fatalError(SAXParseException complaint) throws SAXException {
            throw complaint;
        }
    }
}
