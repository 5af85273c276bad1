// Unpacks plotly.js once per page, for every chart of every open notebook.
async function unpack(model) {
  const packed = new Blob([model.get("packed")]);
  const text = await new Response(packed.stream().pipeThrough(new DecompressionStream("gzip"))).text();
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
