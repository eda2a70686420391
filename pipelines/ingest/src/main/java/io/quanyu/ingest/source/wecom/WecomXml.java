package io.quanyu.ingest.source.wecom;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quanyu.ingest.Reason;
import io.quanyu.ingest.door.Refusal;
import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A WeCom callback as a tree: elements as entries, {@code Item} children as a list. Entities and DTDs are refused. */
final class WecomXml {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEPTH = 8;
    private static final XMLInputFactory FACTORY = factory();

    private WecomXml() {}

    static boolean looksLikeXml(byte[] body) {
        for (byte character : body) {
            if (character == '<') {
                return true;
            }
            boolean markOrSpace = character < 0 || Character.isWhitespace(character);
            if (!markOrSpace) {
                return false;
            }
        }
        return false;
    }

    static ObjectNode parse(byte[] body) {
        try {
            XMLStreamReader reader = open(body);
            reader.nextTag();
            if (element(reader, DEPTH) instanceof ObjectNode root) {
                return root;
            }
            throw new Refusal(Reason.MALFORMED, "The XML has no elements below its root");
        } catch (XMLStreamException broken) {
            throw new Refusal(
                    Reason.MALFORMED,
                    "The payload is not valid XML at line "
                            + broken.getLocation().getLineNumber() + ", column "
                            + broken.getLocation().getColumnNumber());
        }
    }

    private static XMLStreamReader open(byte[] body) throws XMLStreamException {
        // Nothing promises that a factory may be shared while it makes a reader, and making one takes long.
        synchronized (FACTORY) {
            return FACTORY.createXMLStreamReader(new ByteArrayInputStream(body));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private static JsonNode element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth == 0) {
            throw new Refusal(Reason.MALFORMED, "The XML is nested deeper than any callback of WeCom");
        }
        ObjectNode children = NODES.objectNode();
        ArrayNode items = NODES.arrayNode();
        var text = new StringBuilder();
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                break;
            } else if (event == XMLStreamConstants.CHARACTERS) {
                text.append(reader.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                JsonNode child = element(reader, depth - 1);
                if (name.equals("Item")) {
                    items.add(child);
                } else {
                    children.set(name, child);
                }
            }
        }
        if (!items.isEmpty()) {
            return items;
        }
        return children.isEmpty() ? NODES.textNode(text.toString().strip()) : children;
    }
}
