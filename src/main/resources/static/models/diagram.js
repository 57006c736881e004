/* Draws the diagrams of a page when their fold is opened: <details data-diagram="url of the BPMN" data-now="ids"> */
(() => {
  const libraryUrl = document.currentScript.dataset.library;
  let library;

  const loaded = () => library ??= new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = libraryUrl;
    script.onload = () => resolve(window.bpmnvisu);
    script.onerror = reject;
    document.head.append(script);
  });

  const COLOURS = { added: "#1b6e3c", removed: "#a3281f", changed: "#5b3fa0", error: "#a3281f", warning: "#8a5300", note: "#0b5c61" };

  /* Smaller than this nobody can read it; then it scrolls sideways. */
  const SMALLEST = 0.5;
  const EDGE = 16;

  /* The whole drawing in sight, with an edge for the names below events. */
  function show(paper) {
    const svg = paper.querySelector("svg");
    const parts = [...svg.querySelectorAll("[data-bpmn-id]:not(.bpmn-label)")].map((part) => part.getBBox());
    const edge = 44;
    const left = Math.min(...parts.map((box) => box.x)) - edge;
    const top = Math.min(...parts.map((box) => box.y)) - edge;
    const width = Math.ceil(Math.max(...parts.map((box) => box.x + box.width)) + edge - left);
    const height = Math.ceil(Math.max(...parts.map((box) => box.y + box.height)) + edge - top);
    svg.setAttribute("viewBox", [left, top, width, height].join(" "));
    svg.style.cssText = "";
    paper.style.height = "auto";
    return width;
  }

  /* As wide as it was drawn or as the window is, beyond the column of the text; larger on demand. */
  function fit(fold, paper, drawnWidth, now) {
    const large = fold.classList.contains("diagram-large");
    const column = paper.parentNode.getBoundingClientRect();
    const room = document.documentElement.clientWidth - 2 * EDGE;
    const width = Math.max(column.width, Math.min(room, drawnWidth));
    paper.style.width = `${width}px`;
    paper.style.marginLeft = `${Math.min(0, EDGE + room - width - column.left)}px`;
    const inner = paper.clientWidth;
    const fitting = Math.min(drawnWidth, Math.max(inner, drawnWidth * SMALLEST));
    const svg = paper.querySelector("svg");
    svg.style.width = `${large ? drawnWidth : fitting}px`;
    fold.querySelector(".diagram-size").hidden = fitting >= drawnWidth;
    const here = svg.querySelector(`[data-bpmn-id="${CSS.escape(now[0] ?? "")}"]`);
    if (here) {
      paper.scrollLeft += here.getBoundingClientRect().left - paper.getBoundingClientRect().left - inner / 3;
    }
  }

  function watchSize(fold, paper, drawnWidth, now) {
    const button = fold.querySelector(".diagram-size");
    const fitNow = () => fit(fold, paper, drawnWidth, now);
    button.addEventListener("click", () => {
      const large = fold.classList.toggle("diagram-large");
      button.setAttribute("aria-pressed", large);
      fitNow();
    });
    window.addEventListener("resize", () => fold.open && fitNow());
    fold.addEventListener("toggle", () => fold.open && fitNow());
    fitNow();
  }

  /* What a mark looks like besides its colour, for whoever does not see colours. */
  const SIGNS = { added: "+", removed: "\u2212", changed: "\u2022", error: "!", warning: "!", note: "i" };

  /*
   * "added:id id;error.1,4:id": each element gets the class diagram-added, and at its corner a sign, or the numbers under
   * which the page speaks of it.
   */
  function mark(registry, marks) {
    marks.split(";").filter(Boolean).forEach((each) => {
      const [kind, ids] = each.split(":");
      const [word, numbers] = kind.split(".");
      const known = ids.split(" ").filter((id) => id && registry.getElementsByIds(id).length > 0);
      registry.addCssClasses(known, [`diagram-mark`, `diagram-${word}`]);
      known.forEach((id) => registry.addOverlays(id, {
        position: registry.getElementsByIds(id)[0].bpmnSemantic.isShape ? "top-right" : "middle",
        label: `\u00a0${numbers ?? SIGNS[word] ?? "!"}\u00a0`,
        style: { font: { color: "#ffffff", size: 16 }, fill: { color: COLOURS[word] ?? "#7a1f1f" }, stroke: { color: "#ffffff", width: 1 } },
      }));
    });
  }

  /* A file may have an encoding of its own, which its first bytes or its first line name. */
  function decoded(file) {
    const bytes = new Uint8Array(file);
    const line = new TextDecoder("latin1").decode(bytes.slice(0, 200));
    const marks = { "\u00ff\u00fe": "utf-16le", "\u00fe\u00ff": "utf-16be" };
    const name = marks[line.slice(0, 2)] ?? line.match(/^[^>]*encoding\s*=\s*["']([\w.-]+)/)?.[1] ?? "utf-8";
    try {
      return new TextDecoder(name).decode(bytes);
    } catch {
      return new TextDecoder().decode(bytes);
    }
  }

  async function draw(fold) {
    if (fold.dataset.drawn) return;
    fold.dataset.drawn = "true";
    const paper = fold.querySelector(".diagram-paper");
    try {
      const [lib, answer] = await Promise.all([loaded(), fetch(fold.dataset.diagram)]);
      if (!answer.ok) throw new Error(answer.statusText);
      const drawing = new lib.BpmnVisualization({ container: paper, navigation: { enabled: false } });
      drawing.load(decoded(await answer.arrayBuffer()), { fit: { type: lib.FitType.None } });
      const now = (fold.dataset.now ?? "").split(" ").filter(Boolean);
      drawing.bpmnElementsRegistry.addCssClasses(now, "diagram-now");
      mark(drawing.bpmnElementsRegistry, fold.dataset.marks ?? "");
      watchSize(fold, paper, show(paper), now);
    } catch (problem) {
      fold.querySelector(".diagram-failed").hidden = false;
      console.warn("The diagram", problem);
    } finally {
      fold.querySelector(".diagram-waiting").hidden = true;
    }
  }

  function watch(root) {
    root.querySelectorAll("details[data-diagram]:not([data-watched])").forEach((fold) => {
      fold.dataset.watched = "true";
      fold.addEventListener("toggle", () => fold.open && draw(fold));
      if (fold.open) draw(fold);
    });
  }

  /* <a href="#fold" data-shows="id">: leads to an element of the diagram behind the address. */
  document.addEventListener("click", async (event) => {
    const link = event.target instanceof Element && event.target.closest("a[data-shows]");
    const fold = link && document.querySelector(`${link.getAttribute("href")} details[data-diagram]`);
    if (!fold) return;
    fold.open = true;
    await draw(fold);
    const paper = fold.querySelector(".diagram-paper");
    const parts = paper.querySelectorAll(`[data-bpmn-id="${CSS.escape(link.dataset.shows)}"]`);
    paper.querySelectorAll(".diagram-shown").forEach((part) => part.classList.remove("diagram-shown"));
    parts.forEach((part) => part.classList.add("diagram-shown"));
    paper.scrollIntoView({ block: "center" });
    paper.focus({ preventScroll: true });
    if (parts[0]) {
      paper.scrollLeft += parts[0].getBoundingClientRect().left - paper.getBoundingClientRect().left - paper.clientWidth / 3;
    }
  });

  watch(document);
  document.addEventListener("htmx:load", (event) => watch(event.detail.elt.parentNode ?? document));
})();
