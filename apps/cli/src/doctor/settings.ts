import { type Configuration, ConfigurationError, hasMasterKey, homeOf, masterKeyFile, readConfiguration, withSomeKey } from '../../../../libs/configuration/index.js';
import { type Finding, ok, wrong } from './finding.js';

/** The configuration, without the master key where there is none; undefined where it can't be read. */
export interface Settings {
  readonly configuration: Configuration | undefined;
  readonly masterKey: Uint8Array | undefined;
  readonly findings: readonly Finding[];
}

/** Reads the configuration as a start would, but makes nothing. */
export function lookAtSettings(environment: NodeJS.ProcessEnv, hasData: boolean): Settings {
  const missing = !hasMasterKey(environment, homeOf(environment));
  try {
    const configuration = readConfiguration(missing ? withSomeKey(environment) : environment);
    const findings = [ok('configuration', 'every variable can be read'), ...(missing ? [missingKey(configuration, hasData)] : [])];
    return { configuration, masterKey: missing ? undefined : configuration.masterKey.bytes, findings };
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    const findings = error.problems.map(({ variable, expected }) => wrong('configuration', `${variable} is wrong`, `it must be ${expected}`));
    return { configuration: undefined, masterKey: undefined, findings };
  }
}

function missingKey({ production, home }: Configuration, hasData: boolean): Finding {
  if (hasData) return wrong('master key', 'is missing: the data here was sealed under one', `put your copy of it into ${masterKeyFile(home)} (mode 600), or set XINMA_MASTER_KEY`);
  if (production) return wrong('master key', 'is missing', 'set XINMA_MASTER_KEY to 64 hex digits (openssl rand -hex 32), and keep a copy in another place');
  return ok('master key', 'is made at the first start');
}
