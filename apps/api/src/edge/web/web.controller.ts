import { Header, Res, StreamableFile } from '@nestjs/common';
import type { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { Path, Raw } from '../params.js';
import { anyone } from '../permission.js';
import { Problem } from '../problem.js';
import { Room, Route } from '../route.js';
import { type Sent, webFile, WebFile } from './files.js';
import { SignInAnswer } from './sign-in.dto.js';
import { SignInPlace } from './sign-in-place.js';

/** What of a reply a file needs. */
interface Reply {
  headers(values: OutgoingHttpHeaders): unknown;
}

/** The web pages: one shell, the files that it is made of, and where people sign in. */
@Room('system')
export class WebController {
  constructor(private readonly place: SignInPlace) {}

  @Route({
    method: 'GET',
    path: '/',
    urgency: 'ordinary',
    allow: anyone,
    answers: {},
    written: { 'text/html': '<!doctype html>' },
    refusals: ['not-found'],
    summary: 'The web pages; which of them is shown stands behind the #, and is never sent',
  })
  @Header('referrer-policy', 'no-referrer')
  @Header('cross-origin-opener-policy', 'same-origin')
  @Header('permissions-policy', 'camera=(self), microphone=(), geolocation=()')
  async shell(@Res({ passthrough: true }) reply: Reply): Promise<StreamableFile> {
    const file = await found('index.html', '');
    reply.headers({ 'content-security-policy': policy(this.place) });
    return streamed(file);
  }

  @Route({
    method: 'GET',
    path: '/web/{file}',
    urgency: 'ordinary',
    allow: anyone,
    answers: {},
    written: { 'text/css': 'body {}', 'text/javascript': '0;', 'image/svg+xml': '<svg/>' },
    refusals: ['not-found'],
    summary: 'What the web pages are made of',
  })
  async file(@Path('file', WebFile) name: string, @Raw() { headers }: IncomingMessage, @Res({ passthrough: true }) reply: Reply): Promise<StreamableFile> {
    const accepted = headers['accept-encoding'];
    const file = await found(name, Array.isArray(accepted) ? accepted.join() : (accepted ?? ''));
    reply.headers({
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      // A worker for all pages lies beside their files.
      'service-worker-allowed': '/',
      'content-security-policy': "default-src 'none'; connect-src 'self'",
      ...(file.encoding === undefined ? {} : { 'content-encoding': file.encoding }),
    });
    return streamed(file);
  }

  @Route({
    method: 'GET',
    path: '/v1/sign-in',
    urgency: 'ordinary',
    allow: anyone,
    answers: { 200: SignInAnswer },
    refusals: ['not-found'],
    summary: 'Where people sign in on the web pages',
  })
  signIn(): SignInAnswer {
    const answer = this.place.answer();
    if (answer === undefined) throw new Problem('not-found');
    return answer;
  }
}

async function found(name: string, accepted: string): Promise<Sent> {
  const file = await webFile(name, accepted);
  if (file === undefined) throw new Problem('not-found');
  return file;
}

const streamed = ({ bytes, type }: Sent): StreamableFile => new StreamableFile(bytes, { type, length: bytes.length });

/** Nothing foreign loads, nothing inline runs, no text becomes markup or a script; besides this server, only the issuer is spoken to, and only to sign out is a form sent. */
const policy = (place: SignInPlace): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    `connect-src ${["'self'", ...place.origins()].join(' ')}`,
    "worker-src 'self'",
    "base-uri 'none'",
    `form-action ${place.forms().join(' ')}`,
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types xinma-worker',
  ].join('; ');
