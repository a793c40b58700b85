/** Lets the worker keep the shell, where the browser has workers. Under Trusted Types its address is the one thing that has to be vouched for. */
export function keepShell(): void {
  if (!('serviceWorker' in navigator)) return;
  const address = '/web/worker.js';
  const trusted = trustedTypes()?.createPolicy('xinma-worker', { createScriptURL: (text) => (text === address ? text : '') }).createScriptURL(address) ?? address;
  // Without it everything works but the page that says that there is no network.
  navigator.serviceWorker.register(trusted as string, { scope: '/' }).catch(() => undefined);
}

interface Policies {
  createPolicy(name: string, rules: { createScriptURL(text: string): string }): { createScriptURL(text: string): unknown };
}

const trustedTypes = (): Policies | undefined => Reflect.get(globalThis, 'trustedTypes') as Policies | undefined;
