package io.quanyu.yaml;

import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** A text that is no YAML, or more than anybody writes by hand. The message says where, if that is known, and why. */
public final class BadYaml extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    BadYaml(String message) {
        super(message);
    }

    BadYaml(String message, Exception cause) {
        super(message, cause);
    }

    BadYaml(Node node, String complaint) {
        this("line " + YamlTree.lineOf(node) + ": " + complaint);
    }

    BadYaml(YAMLException broken) {
        super(message(broken), broken);
    }

    private static String message(YAMLException broken) {
        if (broken instanceof MarkedYAMLException marked && marked.getProblemMark() != null) {
            return "line " + (marked.getProblemMark().getLine() + 1) + ", column "
                    + (marked.getProblemMark().getColumn() + 1) + ": " + marked.getProblem();
        }
        return broken.getMessage();
    }
}
