import type { Assurance } from '../../../libs/application/request.js';
import { homeOf } from '../../../libs/configuration/index.js';
import { tokenAs } from '../../issuer/development.js';
import { runningInstance } from './instance/run-file.js';

/** An access token of somebody of the development cast. Rejects where no development issuer runs. */
export async function token(environment: NodeJS.ProcessEnv, name: string, acr?: Assurance): Promise<string> {
  const home = homeOf(environment);
  const issuer = runningInstance(home)?.issuer;
  if (issuer === undefined) throw new Error(`no development issuer runs on ${home}: npm start`);
  return tokenAs(issuer, name, acr);
}
