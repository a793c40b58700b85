/** What may be seen, from less to more: `results` includes `status`. A photo is never in one. */
export const SCOPES = ['status', 'results'] as const;
export type Scope = (typeof SCOPES)[number];

/** Why: HL7 v3 PurposeOfUse. FAMRQT a family member's request, SUPNWK a carer's (support network). */
export const PURPOSES = ['FAMRQT', 'SUPNWK'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** True where what was granted includes what is asked. */
export const covers = (granted: Scope, asked: Scope): boolean => SCOPES.indexOf(asked) <= SCOPES.indexOf(granted);
