import type { PersonName } from '../../domain/person.js';
import type { Purpose, Scope } from '../../domain/scope.js';
import type { BasisId } from '../../kernel/index.js';
import type { StaffAct } from './staff-act.js';

/** What views and refusals have in common. */
export interface Look {
  readonly at: string;
  readonly basis: BasisId;
  readonly scope: Scope;
  readonly purpose: Purpose;
}

/** A view that may have been shown: what, by which rule, to whom. `disclosure` is the code that the viewer's answer carried. */
export interface ViewLine extends Look {
  readonly kind: 'view';
  readonly disclosure: string;
  readonly viewer: PersonName | null;
  readonly rule: string;
}

/** A view that was not shown. Who never had a basis or request with me stands here by a pseudonym, the same each time. */
export interface RefusalLine extends Look {
  readonly kind: 'refusal';
  readonly viewer: PersonName | null;
  readonly pseudonym: string | null;
}

/** A line of somebody's access log. */
export type Line = ViewLine | RefusalLine | StaffAct;
