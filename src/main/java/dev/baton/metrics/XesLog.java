package dev.baton.metrics;

import java.io.InputStream;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Event logs in XES (IEEE 1849): traces of events with {@code concept:name}, {@code time:timestamp}, {@code lifecycle:transition}. */
final class XesLog implements EventLog {

    private static final String NAME = "concept:name";
    private static final String TIME = "time:timestamp";
    private static final String LIFECYCLE = "lifecycle:transition";

    private static final XMLInputFactory XML = factory();

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    @Override
    public void read(InputStream log, LogLayout layout, Reading reading) {
        Document document = new Document(layout, reading);
        try {
            XMLStreamReader xml = XML.createXMLStreamReader(log);
            while (xml.hasNext()) {
                switch (xml.next()) {
                    case XMLStreamConstants.DTD -> throw new BadLogException("doctype");
                    case XMLStreamConstants.START_ELEMENT -> document.begins(xml);
                    case XMLStreamConstants.END_ELEMENT -> document.ends(xml);
                    default -> {
                        // Text and comments say nothing in XES.
                    }
                }
            }
        } catch (XMLStreamException broken) {
            throw new BadLogException("xml", String.valueOf(broken.getLocation().getLineNumber()));
        }
        if (!document.isLog) {
            throw new BadLogException("no-xes");
        }
    }

    /** Where in the document one is. */
    private static final class Document {

        private final LogLayout layout;
        private final LogTimes times;
        private final Reading reading;
        private final Map<String, String> event = new TreeMap<>();
        private boolean isLog;
        private @Nullable String trace;
        private int traces;
        private int depth;
        private int eventDepth;
        private int eventRow;
        private boolean named;

        Document(LogLayout layout, Reading reading) {
            this.layout = layout;
            this.times = new LogTimes(layout.zone());
            this.reading = reading;
        }

        void begins(XMLStreamReader xml) {
            depth++;
            String name = xml.getLocalName();
            if (depth == 1) {
                isLog = name.equals("log");
            } else if (isLog && depth == 2 && name.equals("trace")) {
                traces++;
                trace = String.valueOf(traces);
                named = false;
            } else if (trace != null && depth == 3 && name.equals("event")) {
                event.clear();
                eventDepth = depth;
                eventRow++;
            } else if (trace != null && depth == 3) {
                nameOfTrace(xml);
            } else if (eventDepth > 0 && depth == eventDepth + 1) {
                String key = xml.getAttributeValue(null, "key");
                String value = xml.getAttributeValue(null, "value");
                if (key != null && value != null) {
                    event.put(key, value);
                }
            }
        }

        private void nameOfTrace(XMLStreamReader xml) {
            String value = xml.getAttributeValue(null, "value");
            if (!named && NAME.equals(xml.getAttributeValue(null, "key")) && value != null) {
                trace = value;
                named = true;
            }
        }

        void ends(XMLStreamReader xml) {
            if (depth == eventDepth && trace != null) {
                event(trace);
                eventDepth = 0;
            } else if (depth == 2 && xml.getLocalName().equals("trace")) {
                trace = null;
            }
            depth--;
        }

        private void event(String caseId) {
            String activity = event.getOrDefault(NAME, "").strip();
            String transition = event.getOrDefault(LIFECYCLE, "");
            Optional<LoggedEvent.Kind> kind = LoggedEvent.Kind.of(transition);
            Instant at = time(TIME, event.getOrDefault(TIME, ""), false);
            String dueKey = layout.due();
            String dueText = dueKey == null ? null : event.get(dueKey);
            Instant due = dueKey == null || dueText == null ? null : time(dueKey, dueText, true);
            if (activity.isEmpty()) {
                reading.problem(LogProblem.at(eventRow, NAME, "empty"));
            } else if (activity.length() > 255) {
                reading.problem(LogProblem.at(eventRow, NAME, "long"));
            } else if (kind.isEmpty()) {
                reading.problem(LogProblem.at(eventRow, LIFECYCLE, "lifecycle", transition));
            } else if (at != null && (dueText == null || due != null)) {
                reading.event(new LoggedEvent(eventRow, caseId, activity, at, kind.get(), null, due, event.toString()));
            }
        }

        private @Nullable Instant time(String key, String text, boolean endOfDay) {
            try {
                return times.read(text, endOfDay);
            } catch (LogTimes.Unreadable why) {
                reading.problem(LogProblem.at(eventRow, key, why.key(), text));
                return null;
            }
        }
    }
}
