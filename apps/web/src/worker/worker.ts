// Keeps the shell, so that the page opens without a network and says so itself. Of what people read here it keeps nothing: an answer of the API never passes through it.
declare const self: ServiceWorkerGlobalScope;

/** One per build: what an older one kept goes when this one takes over. */
const SHELL = 'shell-BUILD_OF_THE_SHELL';

const isPage = ({ pathname }: URL): boolean => pathname === '/';
const isFile = ({ pathname }: URL): boolean => /^\/web\/[\w-]+-[\w-]{8}\.(?:js|css|svg)$/.test(pathname);

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('activate', (event) => {
  const others = async (): Promise<void> => {
    for (const name of await caches.keys()) if (name !== SHELL) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(others());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (isFile(url)) event.respondWith(fileFirstKept(request));
  else if (request.mode === 'navigate' && isPage(url)) event.respondWith(pageFirstAsked(request));
});

/** The name says what is in it: kept once, good for ever. */
async function fileFirstKept(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  const kept = await shell.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok) await shell.put(request, answer.clone());
  return answer;
}

/** In milliseconds: whoever has a shell waits for another no longer than that. */
const PATIENCE = 4_000;

/** Kept under the bare address: what an issuer sends back behind it is in no cache. */
async function pageFirstAsked(request: Request): Promise<Response> {
  const shell = await caches.open(SHELL);
  const asked = pageAsked(shell, request);
  const kept = await shell.match('/');
  if (kept === undefined) return asked;
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), PATIENCE);
  });
  return Promise.race([asked.catch(() => kept), late]);
}

async function pageAsked(shell: Cache, request: Request): Promise<Response> {
  const answer = await fetch(request);
  if (answer.ok) await shell.put('/', answer.clone());
  return answer;
}
