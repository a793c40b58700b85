// Measures what each library adds to a page that has React already: bytes of script, packed by brotli.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const REACT = "import { createRoot } from 'react-dom/client'; import { createElement } from 'react'; globalThis.react = [createRoot, createElement]; globalThis.used = [];";
const uses = (from, ...names) => `import { ${names.join(', ')} } from '${from}'; globalThis.used.push(${names.join(', ')});`;
const aria = (from, ...names) => uses(`react-aria-components/${from}`, ...names);
const DIALOG = aria('Modal', 'Modal', 'ModalOverlay') + aria('Dialog', 'Dialog') + aria('Heading', 'Heading');
const RADIO = aria('RadioGroup', 'RadioGroup', 'Radio') + aria('Label', 'Label') + aria('FieldError', 'FieldError');
/** What of each the pages use. */
const LIBRARIES = [
  ['react, react-dom', ''],
  ['react-router', uses('react-router', 'HashRouter', 'Routes', 'Route', 'Link', 'Navigate')],
  ['@tanstack/react-query', uses('@tanstack/react-query', 'QueryClient', 'QueryClientProvider', 'useQuery', 'useMutation', 'useInfiniteQuery', 'useQueryClient')],
  ['i18next', "import i18next from 'i18next'; globalThis.used.push(i18next);"],
  ['oauth4webapi', uses('oauth4webapi', 'validateAuthResponse', 'authorizationCodeGrantRequest', 'processAuthorizationCodeResponse', 'calculatePKCECodeChallenge', 'generateRandomState', 'getValidatedIdTokenClaims')],
  ['openapi-fetch', "import createClient from 'openapi-fetch'; globalThis.used.push(createClient);"],
  ['qr (encode)', uses('qr', 'encodeQR')],
  ['qr (camera, loaded when asked for)', uses('qr/dom.js', 'frameLoop', 'QRCanvas', 'rearCamera')],
  ['react-hook-form', uses('react-hook-form', 'useForm', 'useController', 'useWatch')],
  ['react-aria-components: dialog', DIALOG],
  ['react-aria-components: radio group', RADIO],
  ['react-aria-components: dialog and radio group', DIALOG + RADIO],
  ['react-aria-components: slider', aria('Slider', 'Slider', 'SliderTrack', 'SliderThumb') + aria('Label', 'Label')],
  ['react-aria-components: drop zone and file trigger', aria('DropZone', 'DropZone') + aria('FileTrigger', 'FileTrigger') + aria('Button', 'Button')],
  ['@visx: scale, axis, shape, glyph, responsive', uses('@visx/scale', 'scaleUtc') + uses('@visx/axis', 'AxisBottom') + uses('@visx/shape', 'Bar', 'Line', 'Circle') + uses('@visx/glyph', 'GlyphDiamond') + uses('@visx/responsive', 'useParentSize')],
];
/** What was weighed and is not installed: measured where somebody installs it. */
const WEIGHED = [
  ['@tanstack/react-form', '@tanstack/react-form', uses('@tanstack/react-form', 'useForm')],
  ['recharts', 'recharts', uses('recharts', 'BarChart', 'Bar', 'XAxis', 'YAxis', 'Scatter', 'ResponsiveContainer')],
  ['@observablehq/plot: bars, dots and a line', '@observablehq/plot', uses('@observablehq/plot', 'plot', 'barX', 'dot', 'ruleX', 'axisX')],
  ['uplot', 'uplot', "import uPlot from 'uplot'; globalThis.used.push(uPlot);"],
];

const at = fileURLToPath(new URL('../../apps/web/entry.js', import.meta.url));

async function size(code) {
  const entry = { name: 'entry', resolveId: (id) => (id === 'virtual:entry' ? at : undefined), load: (id) => (id === at ? REACT + code : undefined) };
  const made = await build({ configFile: false, logLevel: 'error', root: fileURLToPath(new URL('../../apps/web', import.meta.url)), plugins: [entry], build: { write: false, modulePreload: false, rollupOptions: { input: 'virtual:entry', onwarn: () => undefined } } });
  const text = [made].flat().flatMap(({ output }) => output).map((chunk) => chunk.code ?? '').join('');
  return brotliCompressSync(text).length;
}

const least = await size('');
const rows = [];
for (const [name, code] of LIBRARIES) rows.push([name, code === '' ? least : (await size(code)) - least]);
for (const [name, from, code] of WEIGHED) rows.push([`weighed: ${name}`, existsSync(`node_modules/${from}`) ? (await size(code)) - least : undefined]);
const lines = rows.map(([name, bytes]) => `| ${name} | ${bytes === undefined ? 'not installed' : (bytes / 1_000).toFixed(1)} |\n`);
process.stdout.write(`| library | kB |\n|---|---|\n${lines.join('')}`);
