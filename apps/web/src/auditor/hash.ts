const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;

/** SHA-256 of an answer, its members by their names: `xinma replay` at the same point comes to the same. */
export async function hashOf(answer: object): Promise<string> {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(answer, inOrder))));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
