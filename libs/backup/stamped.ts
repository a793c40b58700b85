import { hash } from 'node:crypto';

/** JSON behind its own SHA-256, so that no byte of the text can change unnoticed. It finds damage, not malice: whoever writes the folder can stamp anew. */
export function stamp(content: object): string {
  const text = JSON.stringify(content, null, 2);
  return `{"sha256":"${hash('sha256', text)}","content":\n${text}\n}\n`;
}

/** What was stamped; undefined where the text is not what `stamp` writes. */
export function unstamp(text: string): unknown {
  try {
    const { content } = JSON.parse(text) as { readonly content: object };
    return stamp(content) === text ? content : undefined;
  } catch {
    return undefined;
  }
}
