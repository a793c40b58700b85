import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { plainToInstance } from 'class-transformer';
import { IsIn, IsISO8601, IsRFC3339, IsString, Length, validateSync } from 'class-validator';
import { RESULTS, TEST_TYPES } from '../../../libs/domain/sample/index.js';
import { CorrectionBody } from '../../../apps/api/src/clinic/results.dto.js';
import { createHttpServer } from '../../../apps/api/src/edge/http-server.js';
import { schemaOf } from '../../../apps/api/src/edge/schema.js';

/** One way to judge a body and to write it down again. */
export interface Gate {
  readonly name: string;
  admits(body: unknown): boolean;
  /** The text of an admitted body; undefined for others. */
  written(body: unknown): string | undefined;
}

/** What the edge runs: the compilers of its own HTTP server, made from the class. */
export async function edgeGate(): Promise<Gate> {
  const server = createHttpServer().getInstance();
  const schema = schemaOf(CorrectionBody);
  const compiled = await new Promise<Gate>((resolve, reject) => {
    server.get('/', (request, reply) => {
      const [validate, write] = [request.compileValidationSchema(schema), reply.compileSerializationSchema(schema)];
      const admits = (body: unknown): boolean => validate(body);
      resolve({ name: 'the edge', admits, written: (body) => (admits(body) ? write(body as Record<string, unknown>) : undefined) });
      return reply.send();
    });
    server.inject('/').catch(reject);
  });
  await server.close();
  return compiled;
}

/** The library that the edge's validator is made with, by itself: default options and its own formats, and JSON.stringify. */
export function bareAjv(): Gate {
  const ajv = new Ajv({ allowUnionTypes: true });
  ajvFormats.default(ajv);
  const admits = ajv.compile(schemaOf(CorrectionBody));
  return { name: 'bare ajv', admits: (body) => admits(body), written: (body) => (admits(body) ? JSON.stringify(body) : undefined) };
}

/** The same body as a textbook writes it: class-validator's own decorators, two for a time because neither alone refuses both 31 February and a time without a zone. */
class TextbookCorrection {
  @IsIn(TEST_TYPES) readonly test!: string;
  @IsIn(RESULTS) readonly result!: string;
  @IsRFC3339() @IsISO8601({ strict: true }) readonly collectedAt!: string;
  @IsRFC3339() @IsISO8601({ strict: true }) readonly reportedAt!: string;
  @IsString() @Length(1, 500) readonly reason!: string;
}

/** What a textbook application runs: an instance of the class made from the body, judged by its decorators, unknown fields refused. */
export function classValidator(): Gate {
  const judged = (body: unknown): TextbookCorrection | undefined => {
    const instance = plainToInstance(TextbookCorrection, body);
    return validateSync(instance, { whitelist: true, forbidNonWhitelisted: true }).length === 0 ? instance : undefined;
  };
  const written = (body: unknown): string | undefined => {
    const instance = judged(body);
    return instance && JSON.stringify(instance);
  };
  return { name: 'class-validator', admits: (body) => judged(body) !== undefined, written };
}
