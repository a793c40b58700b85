/** Strings, with the colon that makes one a key, and brackets: all that matters about JSON that is known to be well formed. */
const TOKEN = /"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g;

/** True where an object of this well-formed JSON names a key twice, also by different escapes: parsers disagree about which one counts. */
export function hasRepeatedKey(json: string): boolean {
  const open: Set<string>[] = [];
  for (const [token, colon] of json.matchAll(TOKEN)) {
    if (token === '{' || token === '[') open.push(new Set());
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined && !isNew(open.at(-1), String(JSON.parse(token.slice(0, -colon.length))))) return true;
  }
  return false;
}

const isNew = (keys: Set<string> | undefined, key: string): boolean => keys?.has(key) === false && keys.add(key).size > 0;
