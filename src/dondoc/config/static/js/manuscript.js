// Colours stretches of the document exactly. Elements with data-o carry the text that begins at that character.
// Offsets count code points; JavaScript counts UTF-16 units, so they are turned where a letter needs two.

const units = (text, points) => {
  let place = 0;
  for (let n = 0; n < points && place < text.length; n += 1) place += text.codePointAt(place) > 0xffff ? 2 : 1;
  return place;
};

export class Manuscript {
  constructor(root) {
    this.root = root;
    this.pieces = [...root.querySelectorAll("[data-o]")].map((element) => {
      const text = element.textContent;
      const start = Number(element.dataset.o);
      return { element, start, end: start + [...text].length };
    });
  }

  clear() {
    for (const mark of this.root.querySelectorAll("mark")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    for (const row of this.root.querySelectorAll(".now, .deciding")) row.classList.remove("now", "deciding");
  }

  colour(stretches) {
    this.clear();
    for (const [start, end, field] of stretches) {
      for (const piece of this.pieces) {
        if (piece.start < end && start < piece.end) this.mark(piece, Math.max(start, piece.start), Math.min(end, piece.end), field);
      }
    }
    this.frame();
  }

  mark(piece, start, end, field) {
    const walker = document.createTreeWalker(piece.element, NodeFilter.SHOW_TEXT);
    let place = piece.start;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const length = [...node.data].length;
      if (place < end && start < place + length) {
        const range = document.createRange();
        range.setStart(node, units(node.data, Math.max(0, start - place)));
        range.setEnd(node, units(node.data, Math.min(length, end - place)));
        const mark = document.createElement("mark");
        mark.dataset.field = field;
        range.surroundContents(mark);
        return;
      }
      place += length;
    }
  }

  frame() {
    for (const mark of this.root.querySelectorAll("mark")) {
      mark.closest("tr")?.classList.add("now");
      if (mark.dataset.field === "targets") mark.closest("td")?.classList.add("deciding");
    }
  }

  show(paper) {
    this.frame();
    const first = this.root.querySelector("mark");
    if (!first) return;
    const place = (first.closest("tr") ?? first).getBoundingClientRect();
    const frame = paper.getBoundingClientRect();
    const wanted = paper.scrollTop + place.top - frame.top - Math.max(24, (frame.height - place.height) / 3);
    paper.scrollTop = wanted;
  }
}
