import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { ASSURANCE, type Assurance } from '../../../libs/application/request.js';
import type { CastMember } from '../cast.js';
import { castPage, confirmPage, page, STYLE } from './html.js';

type Cast = ReadonlyMap<string, CastMember>;

/** What of a request and its answer these pages need. */
interface Answering {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  respond?: boolean | undefined;
  status: number;
  type: string;
  body: unknown;
  set(headers: Record<string, string>): void;
}

const USED = page('Sign in again', '<p>This page is no longer good. Go back to where you came from and sign in again.</p>');

/** No script at all, one style by its hash. Forms may be sent anywhere: what follows a sign-in is a way back to whoever asked. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; frame-ancestors 'none'`;

const MOST_BYTES = 4_096;

/** Adds the page where somebody of the cast is picked, and where more assurance is confirmed; and takes what signs out as a form, too. */
export function addPages(provider: Provider, cast: Cast): void {
  provider.use(async (ctx, next) => {
    // The library takes forms only with cookies for other sites, which need TLS.
    if (ctx.method === 'POST' && ctx.path === '/session/end') {
      ctx.querystring = await bodyOf(ctx.req);
      ctx.method = 'GET';
    }
    return next();
  });
  provider.use(async (ctx, next) => {
    if (!/^\/sign-in\/[\w-]{1,64}$/.test(ctx.path)) return next();
    const details = await provider.interactionDetails(ctx.req, ctx.res).catch(() => undefined);
    // Whoever comes back to a page that was used, or is too old, gets a page that says so.
    if (details === undefined) return show(ctx, USED, 400);
    if (ctx.method === 'POST') return finish(provider, cast, ctx);
    return show(ctx, pageFor(details, cast));
  });
}

/** Whoever is signed in, too weakly, confirms; everybody else is asked who they are. */
function pageFor({ params, session, prompt }: Awaited<ReturnType<Provider['interactionDetails']>>, cast: Cast): string {
  const least = levelOf(params['acr_values']);
  // Whoever takes any level asks for none.
  const asked = least === 'al1' ? undefined : least;
  const member = cast.get(session?.accountId ?? '');
  // Whoever is to be asked anew may be somebody else.
  return member !== undefined && prompt.reasons.includes('assurance') && !prompt.reasons.includes('login_prompt') ? confirmPage(member, asked ?? 'al2') : castPage([...cast.values()], asked);
}

/** Signs out. Whoever an application names by a token of theirs has pressed there already, and may be gone (OpenID Connect RP-Initiated Logout, 2); everybody else is asked, in the library's form. */
export async function signOut(ctx: KoaContextWithOIDC, form: string): Promise<void> {
  const { entities, session, params, provider } = ctx.oidc;
  const back = params?.['post_logout_redirect_uri'];
  // By now the library has judged the token, and struck out an address that is not the application's.
  if (session !== undefined && session.accountId === entities.IdTokenHint?.payload['sub'] && typeof back === 'string') {
    await session.destroy();
    ctx.cookies.set(provider.cookieName('session'), null);
    ctx.status = 303;
    return ctx.redirect(back);
  }
  show(ctx, page('Sign out', `<p>You will be signed out of the development issuer.</p>${form}<p><button form="op.logoutForm" name="logout" value="yes" autofocus>Sign out</button></p>`));
}

async function finish(provider: Provider, cast: Cast, ctx: Answering): Promise<void> {
  const form = new URLSearchParams(await bodyOf(ctx.req));
  const member = cast.get(form.get('name') ?? '');
  if (member === undefined) return show(ctx, page('Nobody', '<p>Nobody in the cast is called that.</p>'), 400);
  const acr = levelOf(form.get('acr')) ?? member.acr;
  const amr = acr === 'al1' ? ['pwd'] : ['pwd', acr === 'al2' ? 'otp' : 'hwk'];
  await provider.interactionFinished(ctx.req, ctx.res, { login: { accountId: member.name, acr, amr } }, { mergeWithLastSubmission: false });
  ctx.respond = false;
}

const levelOf = (text: unknown): Assurance | undefined => (typeof text === 'string' ? ASSURANCE.find((level) => text.split(' ').includes(level)) : undefined);

function show(ctx: Answering, body: string, status = 200): void {
  ctx.status = status;
  ctx.type = 'html';
  ctx.set({ 'content-security-policy': POLICY, 'referrer-policy': 'no-referrer', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  ctx.body = body;
}

async function bodyOf(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new Error('too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
