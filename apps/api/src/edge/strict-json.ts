import { Problem } from './problem.js';

/** How deep a body may nest. */
const MAX_DEPTH = 16;

/** Names that reach into an object's prototype when a careless program copies them. */
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads a JSON body (RFC 8259) as the schema and the use case will both understand it. Where two readers could understand it differently it is refused: invalid
 * UTF-8, a byte order mark, lone surrogates (RFC 7493), a name twice in one object. Throws `Problem`. An empty body is undefined.
 */
export function parseStrictJson(bytes: Uint8Array): unknown {
  if (bytes.length === 0) return undefined;
  const text = decoded(bytes);
  const value = parsed(text);
  // Only now, for the scan relies on the text being JSON.
  scan(text);
  return value;
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new Problem('malformed');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the text: it goes no further.
    throw new Problem('malformed');
  }
}

/** Strings and structure; numbers, literals, commas and spaces lie between the matches. */
const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;

function scan(text: string): void {
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === ':') takeName(open.at(-1), unquoted(last));
    else if (token.startsWith('"')) refuseUnpaired(token);
    else if (token === '{' || token === '[') goDeeper(open, token);
    else open.pop();
    last = token;
  }
}

function goDeeper(open: (Set<string> | undefined)[], token: '{' | '['): void {
  open.push(token === '{' ? new Set() : undefined);
  if (open.length > MAX_DEPTH) throw new Problem('malformed');
}

function refuseUnpaired(literal: string): void {
  if (!unquoted(literal).isWellFormed()) throw new Problem('malformed');
}

/** A name as it reads: "\u0061" is the same name as "a". */
const unquoted = (literal: string): string => (literal.includes('\\') ? String(JSON.parse(literal)) : literal.slice(1, -1));

function takeName(names: Set<string> | undefined, name: string): void {
  if (FORBIDDEN.has(name)) throw new Problem('unknown-field');
  // Which one is not said: a name that no schema knows is the sender's own text.
  if (names?.has(name) === true) throw new Problem('duplicate-key');
  names?.add(name);
}
