import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

const at = (path) => fileURLToPath(new URL(path, import.meta.url));

/** The worker lies under a name that stays; what it keeps goes by the shell that it was built with. */
const worker = {
  name: 'worker-of-this-build',
  generateBundle(_options, bundle) {
    const build = createHash('sha256').update(Object.keys(bundle).toSorted().join()).digest('hex').slice(0, 12);
    const chunk = bundle['worker.js'];
    if (chunk?.type === 'chunk') chunk.code = chunk.code.replace('BUILD_OF_THE_SHELL', build);
  },
};

/** The pages as static files: every name with the hash of what is in it, but the shell and the worker. */
export default {
  root: at('.'),
  base: '/web/',
  publicDir: false,
  build: {
    outDir: at('../../dist/web'),
    emptyOutDir: true,
    assetsDir: '',
    // Nothing inline: the policy would refuse it.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ['chrome111', 'safari16.4', 'firefox115'],
    rollupOptions: {
      // Packages mark what a server may not render; nothing is rendered there.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
      input: { index: at('index.html'), worker: at('src/worker/worker.ts') },
      output: { entryFileNames: ({ name }) => (name === 'worker' ? 'worker.js' : '[name]-[hash:8].js'), chunkFileNames: '[name]-[hash:8].js', assetFileNames: '[name]-[hash:8][extname]' },
    },
  },
  plugins: [worker],
};
