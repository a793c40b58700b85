import { InstitutionId, institutionAsWritten, InstitutionName } from '../../kernel/index.js';
import type { Field, Upcaster } from '../codec/index.js';

/** An institution in an event: written by its id and nothing else. Where an older event is read without the naming key, its name is what is read. */
export const institution: Field<InstitutionId> = { write: (id) => InstitutionId(id), read: institutionAsWritten };

/** Lifts what stood in these fields by name (or null, or a list of names) before institutions had ids, by one version. */
export const idsInstead =
  (...fields: readonly string[]): Upcaster =>
  (json, idOf) => {
    if (idOf === undefined) return json;
    const idIn = (value: unknown): unknown => (Array.isArray(value) ? value.map(idIn) : value === null ? null : idOf(InstitutionName(value)));
    return { ...json, ...Object.fromEntries(fields.map((field) => [field, idIn(json[field])])) };
  };
