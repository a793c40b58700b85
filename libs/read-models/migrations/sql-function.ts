import type { QueryRunner } from 'typeorm';

/** A function of schema `api`, and how it is named in grants. */
export interface SqlFunction {
  readonly signature: string;
  readonly definition: string;
}

/** The parts of a function; `takes` lists `name type`. */
export interface SqlFunctionParts {
  readonly name: string;
  readonly takes: readonly string[];
  readonly returns: string;
  readonly body: string;
}

/**
 * Runs with its owner's rights, on names that no caller can redirect (`search_path`). The body is text, so that the tables it names are looked up anew after
 * a rebuild has put others in their place; VOLATILE, so that it reads by a snapshot taken after that look-up: by the caller's older one, the new tables are empty.
 */
export const define = ({ name, takes, returns, body }: SqlFunctionParts): SqlFunction => {
  const types = takes.map((parameter) => parameter.slice(parameter.indexOf(' ') + 1));
  return {
    signature: `${name}(${types.join(', ')})`,
    definition: `CREATE FUNCTION api.${name}(${takes.join(', ')}) RETURNS ${returns} LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$ ${body} $$`,
  };
};

/** Makes functions that the API may call, and nobody else. */
export async function publish(runner: QueryRunner, functions: readonly SqlFunction[]): Promise<void> {
  for (const { signature, definition } of functions) {
    await runner.query(definition);
    await runner.query(`REVOKE ALL ON FUNCTION api.${signature} FROM PUBLIC`);
    await runner.query(`GRANT EXECUTE ON FUNCTION api.${signature} TO xinma_api`);
  }
}

/** Removes them. */
export async function withdraw(runner: QueryRunner, functions: readonly SqlFunction[]): Promise<void> {
  for (const { signature } of functions) await runner.query(`DROP FUNCTION api.${signature}`);
}
