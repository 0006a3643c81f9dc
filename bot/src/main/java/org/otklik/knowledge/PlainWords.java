package org.otklik.knowledge;

import java.util.Set;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.text.TextContentNodeRendererContext;
import org.commonmark.renderer.text.TextContentWriter;

/**
 * What a message without markup says otherwise than the library does: a link is its words and the address in brackets, or only
 * what says both, and a line that its author's editor broke is one line.
 */
final class PlainWords implements NodeRenderer {
    private final TextContentNodeRendererContext context;
    private final TextContentWriter writer;

    PlainWords(TextContentNodeRendererContext context) {
        this.context = context;
        this.writer = context.getWriter();
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Link.class, SoftLineBreak.class);
    }

    @Override
    public void render(Node node) {
        if (node instanceof Link link) {
            render(link);
        } else {
            writer.write(" ");
        }
    }

    private void render(Link link) {
        var address = link.getDestination().replaceFirst("^(?:mailto|tel):", "");
        if (saysItsAddress(link, address)) {
            writer.write(address);
            return;
        }
        for (Node child = link.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
        writer.write(" (" + address + ")");
    }

    private static boolean saysItsAddress(Link link, String address) {
        return link.getFirstChild() instanceof Text words
                && words.getNext() == null
                && address.endsWith(words.getLiteral());
    }
}
