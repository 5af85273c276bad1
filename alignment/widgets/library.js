// Loads plotly.js once per page, for every chart of every open notebook: as Python sends it, packed, or
// from the address that it names.
async function textOf(model) {
  const address = model.get("address");
  if (address) return (await fetch(new URL(address, document.baseURI))).text();
  const packed = new Blob([model.get("packed")]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).text();
}

async function unpack(model) {
  const text = await textOf(model);
  const module = `const define = undefined, module = undefined;\n${text}\nexport default window.Plotly;`;
  const address = URL.createObjectURL(new Blob([module], { type: "text/javascript" }));
  const { default: plotly } = await import(address);
  URL.revokeObjectURL(address);
  return plotly;
}

export default {
  initialize({ model }) {
    const waiting = (globalThis.alignmentPlotly ??= {});
    waiting.ready ??= new Promise((resolve) => (waiting.resolve = resolve));
    waiting.unpacked ??= unpack(model).then(waiting.resolve);
  },
  render() {},
};
