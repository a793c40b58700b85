import type { ComponentType, LazyExoticComponent } from 'react';
import type { Language } from '../words/language.js';

/** A room as the shell knows it. Each folder beside this one that has a `room.ts` is a room; its pages are loaded when somebody enters it. */
export interface Room {
  /** The first part of its pages' addresses behind the `#`. */
  readonly path: string;
  /** Where it stands among the others. */
  readonly order: number;
  readonly title: Readonly<Record<Language, string>>;
  /** Whose it is; absent: everybody's. */
  readonly role?: 'clinic' | 'registrar' | 'auditor';
  /** For who comes back from signing in: fetches the pages while the issuer is still asked (`pages`), and what they show first once there is a token (`reads`). */
  readonly ahead?: { readonly pages: () => void; readonly reads: () => void };
  /** Its pages: routes below `path`. */
  readonly Pages: LazyExoticComponent<ComponentType>;
}

const found = import.meta.glob<{ readonly room: Room }>('../*/room.ts', { eager: true });

/** Every room, in order. */
export const ROOMS: readonly Room[] = Object.entries(found)
  .filter(([path]) => !path.startsWith('../shell/'))
  .map(([, { room }]) => room)
  .toSorted((a, b) => a.order - b.order);
