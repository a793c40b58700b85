// Reads an OpenAPI description from its input and writes the types of it, in TypeScript, to its output.
import { registerHooks } from 'node:module';
import { text } from 'node:stream/consumers';

// The generator writes through TypeScript's JavaScript API, which TypeScript 7 no longer has.
registerHooks({ resolve: (specifier, context, next) => next(specifier === 'typescript' ? 'typescript-5' : specifier, context) });

const { astToString, default: typesOf } = await import('openapi-typescript');
// Not `immutable`: what openapi-fetch makes of an answer's type loses the elements of readonly arrays.
process.stdout.write(astToString(await typesOf(JSON.parse(await text(process.stdin)), { silent: true })));
