const STRING = /"[^"\\]*(?:\\.[^"\\]*)*"/g;

/** True where this well-formed JSON holds more strings than `most`, keys and values together. Looks no further than the one too many. */
export function hasMoreStrings(json: string, most: number): boolean {
  let found = 0;
  for (const _ of json.matchAll(STRING)) {
    found += 1;
    if (found > most) return true;
  }
  return false;
}
