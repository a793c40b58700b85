import { readFileSync } from 'node:fs';
import type { ConfigurationProblem } from './problem.js';

/** Variables by name, as a process has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Reads one text; undefined where it is not what it should be. */
export type Parser<T> = (text: string) => T | undefined;

/** One of a closed set of words. */
export const oneOf =
  <T extends string>(...words: readonly T[]): Parser<T> =>
  (text) =>
    words.find((word) => word === text);

/** A whole number from `least` to `most`, written in plain digits. */
export const whole =
  (least: number, most: number): Parser<number> =>
  (text) =>
    /^\d{1,9}$/.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : undefined;

/** A text of this form. */
export const form =
  (pattern: RegExp): Parser<string> =>
  (text) =>
    pattern.test(text) ? text : undefined;

/** An address over TLS; without TLS where `plain` allows it. Neither user, query nor fragment. */
export const address =
  (plain: boolean): Parser<URL> =>
  (text) => {
    const url = URL.parse(text);
    const protocols = plain ? ['https:', 'http:'] : ['https:'];
    return url !== null && protocols.includes(url.protocol) && `${url.username}${url.search}${url.hash}` === '' ? url : undefined;
  };

/** Reads variables and keeps what is wrong with them, so that all of it can be said at once. An empty variable is a missing one. */
export class Variables {
  readonly problems: ConfigurationProblem[] = [];

  private readonly environment: Environment;

  /** Each of `secrets` may stand in a file instead, which `<variable>_FILE` names: containers get theirs so. */
  constructor(environment: Environment, secrets: readonly string[] = []) {
    this.environment = { ...environment, ...Object.fromEntries(secrets.map((name) => [name, this.secret(environment, name)])) };
  }

  private secret(environment: Environment, name: string): string | undefined {
    const [text = '', file = ''] = [environment[name], environment[`${name}_FILE`]];
    if (file === '') return text;
    if (text !== '') this.wrong(`${name}_FILE`, `left out, because ${name} is set`);
    try {
      const read = readFileSync(file, 'utf8').replace(/\r?\n$/, '');
      if (read !== '') return read;
    } catch {
      // Said below.
    }
    this.wrong(`${name}_FILE`, 'a file that can be read and is not empty');
    return text;
  }

  has(variable: string): boolean {
    return (this.environment[variable] ?? '') !== '';
  }

  /** The parsed value; undefined where it is missing or wrong. */
  optional<T>(variable: string, parse: Parser<T>, expected: string): T | undefined {
    const text = this.environment[variable] ?? '';
    if (text === '') return undefined;
    const value = parse(text);
    if (value === undefined) this.wrong(variable, expected);
    return value;
  }

  /** The parsed value; missing is wrong too. */
  required<T>(variable: string, parse: Parser<T>, expected: string): T | undefined {
    if (!this.has(variable)) this.wrong(variable, expected);
    return this.optional(variable, parse, expected);
  }

  wrong(variable: string, expected: string): void {
    this.problems.push({ variable, expected });
  }
}
