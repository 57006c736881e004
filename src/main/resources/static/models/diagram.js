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

  /* As large as it was drawn, with an edge for the names below events, scrolled to where the work is now. */
  function show(paper, now) {
    const svg = paper.querySelector("svg");
    const parts = [...svg.querySelectorAll("[data-bpmn-id]:not(.bpmn-label)")].map((part) => part.getBBox());
    const edge = 44;
    const left = Math.min(...parts.map((box) => box.x)) - edge;
    const top = Math.min(...parts.map((box) => box.y)) - edge;
    const width = Math.ceil(Math.max(...parts.map((box) => box.x + box.width)) + edge - left);
    const height = Math.ceil(Math.max(...parts.map((box) => box.y + box.height)) + edge - top);
    svg.setAttribute("viewBox", [left, top, width, height].join(" "));
    svg.style.cssText = `width: ${width}px; height: ${height}px; min-width: 0; min-height: 0`;
    paper.style.height = "auto";
    const here = svg.querySelector(`[data-bpmn-id="${CSS.escape(now[0] ?? "")}"]`);
    if (here) paper.scrollLeft = here.getBBox().x - left - paper.clientWidth / 3;
  }

  async function draw(fold) {
    if (fold.dataset.drawn) return;
    fold.dataset.drawn = "true";
    const paper = fold.querySelector(".diagram-paper");
    try {
      const [lib, answer] = await Promise.all([loaded(), fetch(fold.dataset.diagram)]);
      if (!answer.ok) throw new Error(answer.statusText);
      const drawing = new lib.BpmnVisualization({ container: paper, navigation: { enabled: false } });
      drawing.load(await answer.text(), { fit: { type: lib.FitType.None } });
      const now = (fold.dataset.now ?? "").split(" ").filter(Boolean);
      drawing.bpmnElementsRegistry.addCssClasses(now, "diagram-now");
      show(paper, now);
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

  watch(document);
  document.addEventListener("htmx:load", (event) => watch(event.detail.elt.parentNode ?? document));
})();
