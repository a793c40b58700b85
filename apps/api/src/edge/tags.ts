/** The rooms of the API, as the description groups their routes. */
export const TAGS = {
  citizen: 'What people do for themselves: enrol, show a code, ask for a look, let somebody look, see who did.',
  guardian: 'Claims to be somebody’s guardian, and what came of them.',
  clinic: 'Samples and their results, for staff of a testing institution.',
  registrar: 'Identities and guardianships, for officials at a counter.',
  auditor: 'History, replayed with its sealed fields shut.',
  system: 'What anyone may ask the server about itself.',
} as const;

/** The name of a room. */
export type Tag = keyof typeof TAGS;
