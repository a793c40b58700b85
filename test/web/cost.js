// Measures what each library adds to a page that has React already: bytes of script, packed by brotli.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'vite';

const REACT = "import { createRoot } from 'react-dom/client'; import { createElement } from 'react'; globalThis.react = [createRoot, createElement];";
const uses = (from, ...names) => `import { ${names.join(', ')} } from '${from}'; globalThis.used = [${names.join(', ')}];`;
/** What of each the pages use. */
const LIBRARIES = [
  ['react, react-dom', ''],
  ['react-router', uses('react-router', 'HashRouter', 'Routes', 'Route', 'Link', 'Navigate')],
  ['@tanstack/react-query', uses('@tanstack/react-query', 'QueryClient', 'QueryClientProvider', 'useQuery', 'useMutation', 'useInfiniteQuery', 'useQueryClient')],
  ['i18next', "import i18next from 'i18next'; globalThis.used = i18next;"],
  ['oauth4webapi', uses('oauth4webapi', 'validateAuthResponse', 'authorizationCodeGrantRequest', 'processAuthorizationCodeResponse', 'calculatePKCECodeChallenge', 'generateRandomState', 'getValidatedIdTokenClaims')],
  ['openapi-fetch', "import createClient from 'openapi-fetch'; globalThis.used = createClient;"],
  ['qr (encode)', uses('qr', 'encodeQR')],
  ['qr (camera, loaded when asked for)', uses('qr/dom.js', 'frameLoop', 'QRCanvas', 'rearCamera')],
];
/** What was weighed and is not installed: measured where somebody installs it. */
const WEIGHED = [
  ['react-aria-components: dialog', uses('react-aria-components', 'Dialog', 'Modal', 'ModalOverlay', 'Button', 'DialogTrigger', 'Heading')],
  ['react-aria-components: also radio, switch, select', uses('react-aria-components', 'Dialog', 'Modal', 'ModalOverlay', 'Button', 'DialogTrigger', 'Heading', 'RadioGroup', 'Radio', 'Switch', 'Select', 'ListBox', 'ListBoxItem', 'Popover')],
  ['@observablehq/plot: bars, dots and a line', uses('@observablehq/plot', 'plot', 'barX', 'dot', 'ruleX', 'axisX')],
  ['uplot', "import uPlot from 'uplot'; globalThis.used = uPlot;"],
  ['react-hook-form', uses('react-hook-form', 'useForm', 'Controller')],
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
for (const [name, code] of WEIGHED) rows.push([name, existsSync(`node_modules/${name.split(':')[0]}`) ? (await size(code)) - least : undefined]);
const lines = rows.map(([name, bytes]) => `| ${name} | ${bytes === undefined ? 'not installed' : (bytes / 1_000).toFixed(1)} |\n`);
process.stdout.write(`| library | kB |\n|---|---|\n${lines.join('')}`);
