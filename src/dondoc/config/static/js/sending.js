// Sends steps one after the other. A step that could not be sent is kept in this tab, told, and sent again.

const EVERY = 4000;

export class Sender {
  constructor(steps, lost) {
    this.steps = steps;
    this.lost = lost;
    this.key = `dondoc:${steps.dataset.base}`;
    this.busy = Promise.resolve();
    this.answer = null;
    document.body.addEventListener("htmx:afterRequest", (event) => { this.answer = event.detail.xhr; });
    window.addEventListener("online", () => this.again());
    window.addEventListener("beforeunload", (event) => { if (this.kept.length && !this.leaving) event.preventDefault(); });
    lost.querySelector("a").addEventListener("click", () => { this.leaving = true; });
    setInterval(() => { if (this.kept.length) this.again(); }, EVERY);
  }

  get kept() { return JSON.parse(sessionStorage.getItem(this.key) ?? "[]"); }

  set kept(list) { sessionStorage.setItem(this.key, JSON.stringify(list)); }

  queue(work) {
    this.busy = this.busy.then(work).catch(() => {});
    return this.busy;
  }

  // What a request carries is read when its turn comes, so that versions are never stale.
  get(url, values) {
    return this.queue(async () => {
      const outcome = await this.ask("GET", url, values());
      if (outcome === "done" && !this.kept.length) this.lost.classList.remove("shown");
      else if (outcome !== "done") this.tell(outcome);
    });
  }

  post(url, values, { keep = true, row = "" } = {}) {
    return this.queue(async () => {
      const now = values();
      if (!now) return;
      if (this.kept.length) await this.flush();
      const outcome = this.kept.length ? "waiting" : await this.ask("POST", url, now);
      if (outcome === "done") { this.lost.classList.remove("shown"); return; }
      delete now.csrfmiddlewaretoken; // signing in again makes a new one, sent in the header
      if (keep) this.keep({ url, values: now, row });
      this.tell(outcome);
    });
  }

  again() { return this.queue(() => this.flush()); }

  keep(step) {
    const list = this.kept;
    if (JSON.stringify(list.at(-1)) !== JSON.stringify(step)) this.kept = [...list, step];
    document.querySelector(".row.open")?.setAttribute("data-kept", "");
  }

  async flush() {
    const versions = {};
    while (this.kept.length) {
      const [{ url, values, row }] = this.kept;
      if (row && document.querySelector(".row.open")?.dataset.pk !== row) {
        const opened = await this.ask("GET", url, { tab: values.tab, open: document.querySelector(".row.open")?.dataset.pk ?? "" });
        if (opened !== "done") { this.tell(opened); return; }
      }
      const outcome = await this.ask("POST", url, versions[url] ? { ...values, version: versions[url] } : values);
      if (outcome !== "done") { this.tell(outcome); return; }
      versions[url] = document.getElementById(`version-${row}`)?.value;
      this.kept = this.kept.slice(1);
    }
    document.querySelector(".row.open")?.removeAttribute("data-kept");
    this.lost.classList.remove("shown");
  }

  async ask(method, url, values) {
    this.answer = null;
    try {
      await window.htmx.ajax(method, url, { source: this.steps, swap: "none", values });
    } catch {
      return "lost";
    }
    if (!this.answer?.status) return "lost";
    if (this.answer.status === 403 || this.answer.responseURL.includes("/dang-nhap/")) return "signedOut";
    return this.answer.status >= 500 ? "broken" : "done";
  }

  tell(outcome) {
    const { lost } = this;
    if (outcome !== "waiting") {
      const clock = new Date().toLocaleTimeString("vi-VN", { hour: "2-digit", minute: "2-digit" });
      if (!lost.classList.contains("shown") || lost.dataset.outcome !== outcome) lost.querySelector("b").textContent = lost.dataset[outcome].replace("%s", clock);
      lost.dataset.outcome = outcome;
      lost.querySelector("a").hidden = outcome !== "signedOut";
    }
    const count = this.kept.length;
    lost.querySelector("span").textContent = count ? lost.dataset.kept.replace("%s", count) : lost.dataset.none;
    lost.classList.add("shown");
  }
}
