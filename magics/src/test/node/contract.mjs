// node contract.mjs SPEC.vegalite.json ...
// Compiles each specification, fails on any warning, validates it against Vega-Lite's own schema
// (the compiler lets unknown properties pass) and renders it once without a screen.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import * as vega from 'vega';
import * as vegaLite from 'vega-lite';

const V5 = 'https://vega.github.io/schema/vega-lite/v5.json';
const schema = createRequire(import.meta.url)('vega-lite/build/vega-lite-schema.json');
const ajv = new Ajv({ strict: false, allErrors: false, verbose: false });
addFormats(ajv);
ajv.addFormat('color-hex', () => true);
const valid = ajv.compile(schema);

function collector(found) {
  return {
    level() { return this; },
    info() { return this; },
    debug() { return this; },
    warn(...words) { found.push('warning: ' + words.join(' ')); return this; },
    error(...words) { found.push('error: ' + words.join(' ')); return this; },
  };
}

async function problems(file) {
  const found = [];
  const logger = collector(found);
  const input = JSON.parse(readFileSync(file, 'utf8'));
  if (input.$schema !== V5) found.push('$schema is not v5: ' + input.$schema);
  if (!input.description) found.push('no description');
  if (!valid(input)) found.push('not valid: ' + ajv.errorsText(valid.errors));
  const { spec } = vegaLite.compile(input, { logger });
  const { view, svg } = await drawn(spec, logger);
  if (!svg.startsWith('<svg')) found.push('no SVG produced');
  if (!/aria-roledescription="(bar|rect mark)"/.test(svg)) found.push('no mark drawn');
  if (/NaN|undefined/.test(svg)) found.push('something could not be computed');
  for (const shown of tooltips(view.scenegraph().root)) {
    if (/undefined|NaN/.test(JSON.stringify(shown))) found.push('on hover: ' + JSON.stringify(shown));
  }
  const wide = view.signal('width');
  if (wide !== 600) found.push('not 600 wide where the page is not known: ' + wide);
  globalThis.window = { innerWidth: 410, innerHeight: 900 };
  try {
    input.usermeta.embedOptions.patch.forEach(step => patch(spec, step));
    const narrow = await drawn(spec, logger);
    const width = narrow.view.signal('width');
    if (width !== 140) found.push('on a narrow page it is wide: ' + width);
    for (const word of [...input.title.text, ...input.title.subtitle].flatMap(line => line.trim().split(/\s+/))) {
      if (!narrow.svg.includes(escaped(word))) found.push('a word is lost on a narrow page: ' + word);
    }
  } finally {
    delete globalThis.window;
  }
  return found;
}

// The steps of RFC 6902 that are used, as vega-embed takes them.
function patch(spec, { op, path, from, value }) {
  const at = pointer => pointer.split('/').slice(1).reduce((object, key) => object[key], spec);
  const [, parent, key] = path.match(/^(.*)\/([^/]*)$/);
  const object = at(parent);
  const what = op === 'copy' ? structuredClone(at(from)) : value;
  if (!['add', 'copy'].includes(op) || what === undefined) throw new Error('an unknown patch: ' + op + ' ' + path);
  if (Array.isArray(object)) object.splice(Number(key), 0, what);
  else object[key] = what;
}

// What all marks show on hover.
function tooltips(node) {
  return [...(node.tooltip ? [node.tooltip] : []), ...(node.items ?? []).flatMap(tooltips)];
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

async function drawn(spec, logger) {
  const view = new vega.View(vega.parse(spec), { renderer: 'none', logger });
  const svg = await view.toSVG();
  return { view, svg };
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('no specification given');
  process.exit(2);
}
let failed = 0;
for (const file of files) {
  const found = await problems(file).catch(failure => [String(failure.stack)]);
  if (found.length > 0) {
    failed++;
    console.error(file + '\n  ' + found.join('\n  '));
  }
}
console.log(`${files.length - failed} of ${files.length} specifications hold`);
process.exit(failed > 0 ? 1 : 0);
