// What a view says: sentences by their ids, which Python sends with the view.

let sentences = {};

/** Take the sentences of a language. */
export function speak(sent) {
  sentences = sent;
}

/** A sentence with its parts filled in; its part n chooses between none, one and other. */
export function sentence(name, parts = {}) {
  const entry = sentences[name];
  const form = { 0: "none", 1: "one" }[parts.n];
  const text = typeof entry === "string" ? entry : (entry[form] ?? entry.other);
  return text.replace(/\{(\w+)\}/g, (_, part) => parts[part]);
}
