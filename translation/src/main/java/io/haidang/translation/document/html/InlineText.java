package io.haidang.translation.document.html;

import io.haidang.translation.document.CodedText;
import io.haidang.translation.document.CodedText.Code;
import io.haidang.translation.document.CodedText.Kind;
import io.haidang.translation.document.InlineCodes;
import io.haidang.translation.document.SegmentedDocument;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** A run of inline nodes as text with codes, and back. */
final class InlineText {

  private final StringBuilder text = new StringBuilder();
  private final List<Node> nodes = new ArrayList<>();
  private final List<Boolean> paired = new ArrayList<>();

  private InlineText() {}

  static InlineText encode(List<Node> run) {
    InlineText encoded = new InlineText();
    run.forEach(encoded::add);
    return encoded;
  }

  String text() {
    return text.toString();
  }

  private void add(Node node) {
    if (node instanceof TextNode content) {
      // Line ends of the file are spaces to a reader, and would end a sentence here.
      String words = InlineCodes.escape(content.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " "));
      boolean spaceTwice = words.startsWith(" ") && endsWithSpace();
      text.append(spaceTwice ? words.substring(1) : words);
    } else if (node instanceof Element element
        && HtmlUnits.isTranslatable(element)
        && element.childNodeSize() > 0) {
      int id = register(node, true);
      text.append(new Code(Kind.OPEN, id, 0).text());
      element.childNodes().forEach(this::add);
      text.append(new Code(Kind.CLOSE, id, 0).text());
    } else {
      if (node instanceof Element element && element.nameIs("br") && !endsWithSpace()) {
        text.append(' '); // Or the words on both sides would grow together without the code.
      }
      text.append(new Code(Kind.ALONE, register(node, false), 0).text());
    }
  }

  private boolean endsWithSpace() {
    return text.length() > 0 && text.charAt(text.length() - 1) == ' ';
  }

  private int register(Node node, boolean isPair) {
    nodes.add(node);
    paired.add(isPair);
    return nodes.size();
  }

  /** New nodes for a translation, whatever it did to the codes; see {@link SegmentedDocument}. */
  List<Node> decode(String translation) {
    return new Decoder().decode(CodedText.parse(translation));
  }

  private final class Decoder {

    private final Element root = new Element("span");
    private final Deque<Element> open = new ArrayDeque<>();
    private final Deque<Integer> openIds = new ArrayDeque<>();
    private final Set<Integer> used = new HashSet<>();

    List<Node> decode(CodedText translation) {
      open.push(root);
      int written = 0;
      for (Code code : translation.codes()) {
        write(translation.plain().substring(written, code.offset()));
        written = code.offset();
        apply(code);
      }
      write(translation.plain().substring(written));
      for (int id = 1; id <= nodes.size(); id++) {
        if (!paired.get(id - 1) && !used.contains(id)) {
          root.appendChild(nodes.get(id - 1).clone());
        }
      }
      List<Node> result = List.copyOf(root.childNodes());
      result.forEach(Node::remove);
      return result;
    }

    private void apply(Code code) {
      int id = code.id();
      boolean known =
          id >= 1 && id <= nodes.size() && paired.get(id - 1) == (code.kind() != Kind.ALONE);
      if (!known) {
        write(code.text());
      } else if (code.kind() == Kind.CLOSE) {
        close(id);
      } else if (used.add(id)) {
        begin(id, code.kind() == Kind.OPEN);
      }
    }

    private void begin(int id, boolean pair) {
      Node original = nodes.get(id - 1);
      if (!pair) {
        open.element().appendChild(original.clone());
        return;
      }
      Element copy = (Element) original.shallowClone();
      open.element().appendChild(copy);
      open.push(copy);
      openIds.push(id);
    }

    private void close(int id) {
      if (!openIds.contains(id)) {
        return;
      }
      int closed;
      do {
        open.pop();
        closed = openIds.pop();
      } while (closed != id);
    }

    private void write(String words) {
      if (!words.isEmpty()) {
        open.element().appendChild(new TextNode(InlineCodes.unescape(words)));
      }
    }
  }
}
