import { InstitutionId, InstitutionName } from '../../kernel/index.js';
import { eventCodec, type Field, parsed, sealedBy, time } from '../codec/index.js';
import type { InstitutionEvent } from './events.js';

/** Padded to the longest there can be: an operator's clinics are few and no secret, and by its length one could be told from another. */
const name: Field<InstitutionName> = { ...parsed(InstitutionName), width: JSON.stringify('n'.repeat(40)).length };

/** How institutions are stored. */
export const institutionCodec = eventCodec<InstitutionEvent>({
  InstitutionNamed: {
    version: 1,
    clear: { institution: parsed(InstitutionId), at: time },
    sealed: { name: sealedBy('institution', (data) => data.institution, name) },
  },
});
