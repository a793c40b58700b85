import { BadRequestException, ValidationPipe } from '@nestjs/common';
import { Ajv } from 'ajv';
import ajvFormats from 'ajv-formats';
import { plainToInstance } from 'class-transformer';
import { IsBoolean, IsISO8601, IsRFC3339, IsString, ValidateIf, validateSync } from 'class-validator';
import { OwnResultAnswer } from '../../../apps/api/src/citizen/results.dto.js';
import { createHttpServer } from '../../../apps/api/src/edge/http-server.js';
import { schemaOf } from '../../../apps/api/src/edge/schema.js';

/** One way to judge bodies and to write them down again. Each has loops of its own: through a shared one, what is called would differ and nothing be inlined. */
export interface Gate {
  readonly name: string;
  /** How many of them are admitted. */
  admit(bodies: readonly unknown[]): number | Promise<number>;
  /** The texts of those that are admitted. */
  write(bodies: readonly unknown[]): readonly string[] | Promise<readonly string[]>;
}

/** What the edge runs: the compilers of its own HTTP server, made from the class. */
export async function edgeGate(): Promise<Gate> {
  const server = createHttpServer().getInstance();
  const schema = schemaOf(OwnResultAnswer);
  const compiled = await new Promise<Gate>((resolve, reject) => {
    server.get('/', (request, reply) => {
      const [validate, write] = [request.compileValidationSchema(schema), reply.compileSerializationSchema(schema)];
      resolve({
        name: 'the edge',
        admit(bodies) {
          let admitted = 0;
          for (const body of bodies) if (validate(body)) admitted++;
          return admitted;
        },
        write(bodies) {
          const texts: string[] = [];
          for (const body of bodies) if (validate(body)) texts.push(write(body as Record<string, unknown>));
          return texts;
        },
      });
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
  const validate = ajv.compile(schemaOf(OwnResultAnswer));
  return {
    name: 'bare ajv',
    admit(bodies) {
      let admitted = 0;
      for (const body of bodies) if (validate(body)) admitted++;
      return admitted;
    },
    write: (bodies) => bodies.filter((body) => validate(body)).map((body) => JSON.stringify(body)),
  };
}

const orNull = (): PropertyDecorator => ValidateIf((_result, value) => value !== null);

/** The same result as a textbook writes it: class-validator's own decorators, two for a time because neither alone refuses both 31 February and a time without a zone. */
class TextbookResult {
  @IsString() readonly sample!: string;
  @IsString() readonly test!: string;
  @orNull() @IsString() readonly testName!: string | null;
  @IsString() readonly result!: string;
  @IsRFC3339() @IsISO8601({ strict: true }) readonly collectedAt!: string;
  @IsRFC3339() @IsISO8601({ strict: true }) readonly reportedAt!: string;
  @orNull() @IsString() readonly centre!: string | null;
  @IsBoolean() readonly corrected!: boolean;
}

const STRICT = { whitelist: true, forbidNonWhitelisted: true } as const;

/** The two libraries called by hand: an instance of the class made from the body, judged by its decorators, unknown fields refused. */
export function byHand(): Gate {
  const isRight = (instance: TextbookResult): boolean => validateSync(instance, STRICT).length === 0;
  return {
    name: 'class-validator by hand',
    admit(bodies) {
      let admitted = 0;
      for (const body of bodies) if (isRight(plainToInstance(TextbookResult, body))) admitted++;
      return admitted;
    },
    write: (bodies) => bodies.map((body) => plainToInstance(TextbookResult, body)).filter(isRight).map((body) => JSON.stringify(body)),
  };
}

/** The same as a Nest application runs it: in front of a controller, through the framework's own pipe. */
export function validationPipe(): Gate {
  const pipe = new ValidationPipe({ ...STRICT, transform: true });
  const judged = async (body: unknown): Promise<unknown> => {
    try {
      return await pipe.transform(body, { type: 'body', metatype: TextbookResult });
    } catch (error) {
      if (error instanceof BadRequestException) return undefined;
      throw error;
    }
  };
  return {
    name: 'class-validator, class-transformer',
    async admit(bodies) {
      let admitted = 0;
      for (const body of bodies) if ((await judged(body)) !== undefined) admitted++;
      return admitted;
    },
    async write(bodies) {
      const texts: string[] = [];
      for (const body of bodies) {
        const instance = await judged(body);
        if (instance !== undefined) texts.push(JSON.stringify(instance));
      }
      return texts;
    },
  };
}
