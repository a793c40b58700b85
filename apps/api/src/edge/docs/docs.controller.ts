import { Header, StreamableFile } from '@nestjs/common';
import { Path } from '../params.js';
import { anyone } from '../permission.js';
import { Room, Route } from '../route.js';
import { asset, DocsFile, PAGE } from './files.js';

/** Nothing of the page comes from elsewhere, runs from within its text, or is shown inside another page. */
const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** The description for people. */
@Room('system')
export class DocsController {
  @Route({
    method: 'GET',
    path: '/docs',
    urgency: 'ordinary',
    allow: anyone,
    answers: {},
    written: { 'text/html': '<!doctype html>' },
    refusals: [],
    summary: 'The description as a page, for people',
  })
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', POLICY)
  @Header('referrer-policy', 'no-referrer')
  @Header('cache-control', 'no-cache')
  page(): string {
    return PAGE;
  }

  @Route({
    method: 'GET',
    path: '/docs/{file}',
    urgency: 'ordinary',
    allow: anyone,
    answers: {},
    written: { 'text/css': 'body {}', 'text/javascript': '0;', 'image/png': '' },
    refusals: ['not-found'],
    summary: 'What the page is made of',
  })
  @Header('cache-control', 'public, max-age=86400')
  async file(@Path('file', DocsFile) name: DocsFile): Promise<StreamableFile> {
    const { bytes, type } = await asset(name);
    return new StreamableFile(bytes, { type, length: bytes.length });
  }
}
