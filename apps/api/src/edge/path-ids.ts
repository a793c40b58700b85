import { BasisId, CitizenId, ClaimId, ConsentId, GuardianshipId, SampleId } from '../../../../libs/kernel/index.js';
import { DocsFile } from './docs/files.js';
import { WebFile } from './web/files.js';

/** Admits the text of a path parameter; `pattern` says in a regular expression what it admits. */
export interface IdParser {
  (text: string): unknown;
  readonly pattern: string;
}

/** What the description says of a path parameter. */
export interface PathId {
  readonly name: string;
  readonly pattern: string;
  readonly example: string;
  readonly description: string;
}

const HEX = '0f8fad5bd9cb469fa16570867728950e';

const KNOWN: ReadonlyMap<IdParser, Pick<PathId, 'example' | 'description'>> = new Map<IdParser, Pick<PathId, 'example' | 'description'>>([
  [BasisId, { example: `c_${HEX}`, description: 'What a view stands on: a consent (`c_`) or a guardianship (`g_`).' }],
  [DocsFile, { example: 'swagger-ui.css', description: 'One of the files that the page asks for.' }],
  [WebFile, { example: 'worker.js', description: 'One of the files that the pages are made of.' }],
  [CitizenId, { example: HEX, description: 'A person, as the log names them.' }],
  [ClaimId, { example: HEX, description: 'A claim of guardianship.' }],
  [ConsentId, { example: `c_${HEX}`, description: 'A consent.' }],
  [GuardianshipId, { example: `g_${HEX}-1`, description: 'A guardianship, by the id that a party brought to the counter.' }],
  [SampleId, { example: HEX, description: 'A sample, as its registration answered it.' }],
]);

const DECLARED = 'xinma:path';

/** Remembers by which parser a method takes a path parameter. */
export function declarePathId(target: object, method: string | symbol, name: string, parser: IdParser): void {
  const known = KNOWN.get(parser);
  if (known === undefined) throw new Error(`${name}: this kind of id has no example yet`);
  Reflect.defineMetadata(DECLARED, [...pathIdsOf(target, method), { name, pattern: parser.pattern, ...known }], target, method);
}

/** The path parameters that a method takes. */
export const pathIdsOf = (target: object, method: string | symbol): readonly PathId[] => (Reflect.getMetadata(DECLARED, target, method) ?? []) as readonly PathId[];
