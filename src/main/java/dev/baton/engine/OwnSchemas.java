package dev.baton.engine;

import java.io.ByteArrayInputStream;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * A model may say where the schema of a namespace lies ({@code xsi:schemaLocation}, XML Schema Part 1, 4.3.2), and the
 * engine's parser would look there: at a server, or at a file of the machine that never ends. For the namespaces that the
 * engine knows nobody looks; all others are refused.
 */
final class OwnSchemas implements Deployer {

    private static final Set<String> KNOWN = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
            "http://www.omg.org/spec/DMN/20180521/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/MODEL/");

    /** Before the engine's own deployers read them, also when they are read from the database again. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        deployment.getResources().values().forEach(file -> refuseOthers(file.getBytes()));
    }

    private static void refuseOthers(byte[] model) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(model));
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamReader.START_ELEMENT) {
                    refuseOthers(xml);
                }
            }
        } catch (XMLStreamException unreadable) {
            throw new WorkflowFailed("The file cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void refuseOthers(XMLStreamReader element) {
        for (int i = 0; i < element.getAttributeCount(); i++) {
            if (XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI.equals(element.getAttributeNamespace(i))) {
                refuseOthers(
                        element.getAttributeLocalName(i),
                        element.getAttributeValue(i),
                        element.getLocation().getLineNumber());
            }
        }
    }

    private static void refuseOthers(String attribute, String value, int line) {
        if (attribute.equals("noNamespaceSchemaLocation")) {
            throw new CodeRefused("a schema from elsewhere (line " + line + ")");
        }
        String[] pairs = value.strip().split("\\s+");
        for (int i = 0; attribute.equals("schemaLocation") && i < pairs.length; i += 2) {
            if (!KNOWN.contains(pairs[i])) {
                throw new CodeRefused("a schema of '" + pairs[i] + "' from elsewhere (line " + line + ")");
            }
        }
    }
}
