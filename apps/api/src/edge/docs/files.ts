import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { Malformed } from '../../../../../libs/kernel/index.js';

/** The page: everything in it comes from beside it, and it starts by a script of its own, so that no script has to stand in it. */
export const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Xinma API</title>
<link rel="icon" type="image/png" href="docs/favicon-32x32.png">
<link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
<div id="description"></div>
<script src="docs/swagger-ui-bundle.js"></script>
<script src="docs/start.js"></script>
</body>
</html>
`;

// It shows and sends nothing: a token has no business in a page that explains.
const START = `SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#description',
  presets: [SwaggerUIBundle.presets.apis],
  layout: 'BaseLayout',
  docExpansion: 'list',
  supportedSubmitMethods: [],
  validatorUrl: null,
});
`;

const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** All that is ever read: names and their media types. A name is looked up here and never becomes a path. */
const FILES = {
  'start.js': SCRIPT,
  'swagger-ui-bundle.js': SCRIPT,
  'swagger-ui.css': CSS,
  'favicon-32x32.png': 'image/png',
} as const;

/** A file that the page asks for. */
export type DocsFile = keyof typeof FILES;

const NAMES = Object.keys(FILES) as readonly DocsFile[];

/** Admits the names of the files, and no other. */
export const DocsFile = Object.assign(
  (text: string): DocsFile => {
    const name = NAMES.find((known) => known === text);
    if (name === undefined) throw new Malformed('a file of the documentation');
    return name;
  },
  { pattern: `^(?:${NAMES.map((name) => name.replaceAll('.', String.raw`\.`)).join('|')})$` },
);

/** A file's bytes and their media type. */
export interface Asset {
  readonly bytes: Uint8Array;
  readonly type: string;
}

const packaged = createRequire(import.meta.url);
const read = new Map<DocsFile, Promise<Uint8Array>>();

/** Reads a file, once. */
export async function asset(name: DocsFile): Promise<Asset> {
  let bytes = read.get(name);
  if (bytes === undefined) {
    bytes = name === 'start.js' ? Promise.resolve(Buffer.from(START)) : readFile(packaged.resolve(`swagger-ui-dist/${name}`));
    read.set(name, bytes);
    // One that could not be read is tried again.
    bytes.catch(() => read.delete(name));
  }
  return { bytes: await bytes, type: FILES[name] };
}
