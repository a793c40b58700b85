import AjvCompiler from '@fastify/ajv-compiler';
import SerializerSelector from '@fastify/fast-json-stringify-compiler';
import type { FastifySchemaCompiler, FastifyServerOptions } from 'fastify';

type Factories = Required<NonNullable<NonNullable<FastifyServerOptions['schemaController']>['compilersFactory']>>;
type Compiled = ReturnType<FastifySchemaCompiler<unknown>>;

/** Fastify's own compilers, at work when a route is first used. */
export interface LateCompilers {
  readonly factories: Factories;
  /** Compiles what is left, a piece at a time: whatever else waits goes first. Rejects at a schema that can't be compiled. */
  compileAll(): Promise<void>;
}

/** Compiling every schema takes longer than the rest of a start. What is compiled is the same, and until it is, nothing passes. */
export function lateCompilers(): LateCompilers {
  const waiting: (() => unknown)[] = [];
  const once = <T>(make: () => T): (() => T) => {
    let made: T | undefined;
    const get = (): T => (made ??= make());
    waiting.push(get);
    return get;
  };
  const [validators, writers] = [AjvCompiler(), SerializerSelector()];
  const factories: Factories = {
    buildValidator: (...settings: Parameters<typeof validators>) => {
      const compile = once(() => validators(...settings));
      // Fastify wants no more of it than to be called and to say what is wrong; its type asks for Ajv's own.
      return (route: Parameters<ReturnType<typeof validators>>[0]) => late(once(() => compile()(route) as Compiled)) as never;
    },
    buildSerializer: (...settings) => {
      const compile = once(() => writers(...settings));
      return (route) => {
        const write = once(() => compile()(route));
        return (data: unknown) => write()(data);
      };
    },
  };
  return { factories, compileAll: () => inPieces(waiting) };
}

/** Fastify reads what is wrong off the function that said so. */
function late(get: () => Compiled): Compiled {
  const validate: Compiled = (data) => {
    const compiled = get();
    const verdict: unknown = compiled(data);
    if (verdict === true) return true;
    validate.errors = compiled.errors ?? null;
    return false;
  };
  return validate;
}

async function inPieces(waiting: (() => unknown)[]): Promise<void> {
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    next();
    await new Promise((resolve) => setImmediate(resolve));
  }
}
