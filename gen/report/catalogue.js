"use strict";

const most = 200; // results that are shown
const field = document.getElementById("q");
const results = document.getElementById("results");
let rows = null; // all entries of all sources, once they are loaded
let loading = false;

// fold makes letters equal that a reader takes for equal: É and e.
function fold(s) {
  return s.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

// catalogue is what search.js calls with all sources.
function catalogue(sources) {
  rows = [];
  for (const source of sources) {
    for (const table of source.t) {
      for (const [anchor, code, name, key, ...texts] of table.r) {
        const go = source.g && name ? source.g + "." + name : name;
        rows.push({
          href: source.p + "#" + anchor, code, go, key, texts, where: source.s + ", " + table.n,
          names: [code, name, key, go].map(fold), all: fold([code, go, key, source.s, ...texts].join("\n")),
        });
      }
    }
  }
  search();
}

// rank is smaller for a row that is closer to what was typed, and -1 for one
// that lacks a word of it.
function rank(row, typed, words) {
  if (!words.every((word) => row.all.includes(word))) return -1;
  if (row.names.includes(typed)) return 0;
  if (row.names.some((name) => name.startsWith(typed))) return 1;
  if (row.names.some((name) => name.includes(typed))) return 2;
  return 3;
}

function find(typed) {
  const words = typed.split(/\s+/);
  const ranks = [[], [], [], []];
  for (const row of rows) {
    const n = rank(row, typed, words);
    if (n >= 0) ranks[n].push(row);
  }
  return ranks.flat();
}

// element has text in it, and never markup.
function element(name, text) {
  const e = document.createElement(name);
  e.textContent = text;
  return e;
}

function item(row) {
  const li = document.createElement("li");
  const a = document.createElement("a");
  a.href = row.href;
  const code = element("code", row.code);
  code.dir = "ltr";
  a.append(code);
  li.append(a);
  for (const name of [row.go, row.key]) {
    if (name) li.append(element("code", name), " ");
  }
  const where = element("span", row.where);
  where.className = "quiet";
  li.append(where);
  if (row.texts.length > 0) {
    const p = element("p", row.texts[0]);
    p.lang = "";
    p.dir = "auto";
    li.append(p);
  }
  return li;
}

function search() {
  const typed = fold(field.value).trim();
  results.hidden = typed === "";
  document.getElementById("sources").hidden = typed !== "";
  const count = document.getElementById("count");
  if (typed === "") {
    results.replaceChildren();
    count.textContent = "";
    return;
  }
  if (rows === null) {
    count.textContent = "Loading…";
    load();
    return;
  }
  const found = find(typed);
  results.replaceChildren(...found.slice(0, most).map(item));
  const what = found.length === 1 ? "1 row" : found.length + " rows";
  count.textContent = found.length > most ? what + ", the first " + most + " of them here" : what;
}

// load fetches the index when it is first needed, once.
function load() {
  if (loading) return;
  loading = true;
  const script = document.createElement("script");
  script.src = "search.js";
  script.onerror = () => {
    loading = false;
    document.getElementById("count").textContent = "search.js is missing beside this page";
  };
  document.head.append(script);
}

// ages says beside each date how long ago it was, by the reader's clock.
function ages() {
  for (const time of document.querySelectorAll("#sources time")) {
    const days = Math.floor((Date.now() - Date.parse(time.dateTime)) / 86400000);
    if (days >= 0) time.textContent += days === 0 ? " (today)" : days === 1 ? " (1 day ago)" : " (" + days + " days ago)";
  }
}

// remember keeps what was typed in the address, for the way back from a row.
function remember() {
  const query = field.value ? "?q=" + encodeURIComponent(field.value) : location.pathname;
  try {
    history.replaceState(null, "", query);
  } catch {
    // Some browsers let no page from a disk do so.
  }
}

document.getElementById("search").hidden = false;
document.getElementById("search").addEventListener("submit", (event) => event.preventDefault());
field.addEventListener("input", () => { search(); remember(); });
field.addEventListener("focus", load, { once: true });
field.value = new URLSearchParams(location.search).get("q") ?? "";
ages();
search();
