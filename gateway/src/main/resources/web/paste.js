// What is pasted from Word, LibreOffice or Google Docs keeps headings, lists, bold, links and tables, as plain HTML
// without anybody's styles. The server holds what arrives to its own HTML filter, whatever this script lets pass.
const KEPT = new Set(["H1", "H2", "H3", "H4", "H5", "H6", "P", "UL", "OL", "LI", "A", "STRONG", "EM", "U", "SUP", "SUB",
  "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "BLOCKQUOTE", "BR"]);
const BLOCKS = new Set(["H1", "H2", "H3", "H4", "H5", "H6", "P", "UL", "OL", "LI", "TABLE", "THEAD", "TBODY", "TR", "TH", "TD", "BLOCKQUOTE"]);
const DROPPED = new Set(["SCRIPT", "STYLE", "META", "LINK", "TITLE", "HEAD", "OBJECT", "IFRAME", "SVG", "IMG", "XML", "TEMPLATE"]);
const RENAMED = { B: "STRONG", I: "EM", DIV: "P" };
const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const quoted = (text) => escaped(text).replace(/"/g, "&quot;");

/** Word writes lists as paragraphs whose style tells the level and whose first words are the bullet. */
function wordList(element) {
  const level = /mso-list:\s*l\d+\s+level(\d+)/i.exec(element.getAttribute("style") ?? "");
  if (!level) return null;
  const marks = [...element.querySelectorAll("[style*='mso-list']")].filter((mark) => /mso-list:\s*ignore/i.test(mark.getAttribute("style")));
  const bullet = marks.map((mark) => mark.textContent).join("").trim();
  marks.forEach((mark) => mark.remove());
  return { level: Number(level[1]), tag: /^\(?[\p{L}\p{N}]{1,4}[.)]/u.test(bullet) ? "ol" : "ul" };
}

/** The name of what an element is to be, or null when only what is in it counts. */
function kind(element) {
  const style = element.getAttribute("style") ?? "";
  const weight = /(?:^|;)\s*font-weight:\s*(\w+)/i.exec(style)?.[1] ?? "";
  if (element.tagName === "B" && /normal|^[1-4]00$/.test(weight)) return null; // Google Docs wraps everything so.
  if (element.tagName === "SPAN" && /bold|^[6-9]00$/.test(weight)) return "STRONG";
  if (element.tagName === "SPAN" && /font-style:\s*italic/i.test(style)) return "EM";
  if (element.tagName === "DIV" && element.querySelector("p, div, ul, ol, table, h1, h2, h3, h4, h5, h6")) return null;
  const name = RENAMED[element.tagName] ?? element.tagName;
  return KEPT.has(name) ? name : null;
}

const spans = (element) => ["colspan", "rowspan"]
  .filter((name) => /^[2-9]$|^[1-9]\d$/.test(element.getAttribute(name) ?? ""))
  .map((name) => ` ${name}="${element.getAttribute(name)}"`).join("");

function attributes(name, element) {
  const href = (element.getAttribute("href") ?? "").trim();
  if (name === "A") return /^(https?:|mailto:)/i.test(href) ? ` href="${quoted(href)}"` : null;
  return name === "TD" || name === "TH" ? spans(element) : "";
}

function written(element) {
  const inner = inside(element);
  const name = kind(element);
  if (name === "BR") return "<br>";
  if (!name) return inner;
  const more = attributes(name, element);
  const isEmpty = inner.replace(/&nbsp;|<br>/g, "").trim() === "" && name !== "TD" && name !== "TH";
  if (more === null || isEmpty) return inner.trim() === "" ? "" : inner;
  if (name === "P" && /<(p|h[1-6]|ul|ol|table)>/.test(inner)) return inner;
  const text = BLOCKS.has(name) ? inner.trim() : inner;
  const tag = name.toLowerCase();
  return `<${tag}${more}>${text}</${tag}>` + (BLOCKS.has(name) ? "\n" : "");
}

/** What is in an element, with Word's paragraphs put into the lists that they are. */
function inside(element) {
  let html = "";
  const open = [];
  const closeTo = (level) => { while (open.length > level) html += `</li></${open.pop()}>\n`; };
  for (const node of [...element.childNodes]) {
    if (node.nodeType === Node.TEXT_NODE) {
      const text = node.data.replace(/[\s\u00a0]+/g, " ");
      if (text.trim() !== "") closeTo(0);
      if (open.length === 0) html += escaped(text);
    } else if (node.nodeType === Node.ELEMENT_NODE && !DROPPED.has(node.tagName.toUpperCase())) {
      const list = wordList(node);
      if (!list) {
        closeTo(0);
        html += written(node);
        continue;
      }
      closeTo(list.level);
      if (open.length === list.level && open[list.level - 1] !== list.tag) closeTo(list.level - 1);
      if (open.length === list.level && open.length > 0) html += "</li>";
      while (open.length < list.level) { html += `<${list.tag}>`; open.push(list.tag); if (open.length < list.level) html += "<li>"; }
      html += `<li>${inside(node).trim()}`;
    }
  }
  closeTo(0);
  return html;
}

/** HTML of the clipboard as plain HTML. */
export function clean(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  return inside(page.body).replace(/\n{2,}/g, "\n").trim();
}

/** Whether there is anything in it that plain text would lose. */
const hasStructure = (html) => /<(h[1-6]|ul|ol|table|strong|em|a|blockquote)[ >]/.test(html);

function paste(event) {
  const box = event.target;
  const html = event.clipboardData?.getData("text/html");
  if (!html) return;
  const text = clean(html);
  if (!hasStructure(text)) return;
  const form = box.form;
  const asHtml = form.querySelector("input[name=format][value=html]");
  if (!asHtml) return;
  event.preventDefault();
  if (!asHtml.checked && box.value.trim() !== "") {
    const before = box.value.split(/\n{2,}/).map((part) => `<p>${escaped(part).replace(/\n/g, "<br>")}</p>`);
    const place = box.selectionStart === 0 ? "start" : "end";
    box.value = place === "start" ? text + "\n" + before.join("\n") : before.join("\n") + "\n" + text;
  } else {
    box.setRangeText(text, box.selectionStart, box.selectionEnd, "end");
  }
  asHtml.checked = true;
  box.dispatchEvent(new Event("input", { bubbles: true }));
  document.getElementById("status").textContent = box.dataset.pasted;
  document.getElementById("pasted").hidden = false;
}

document.addEventListener("paste", (event) => { if (event.target.id === "content") paste(event); });
