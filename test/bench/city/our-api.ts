import { createApp } from '../../../apps/api/src/app.js';
import { type Adapters, connect } from '../../../apps/api/src/app.module.js';
import { background } from '../../../apps/api/src/background.js';
import { createLog } from '../../../apps/api/src/edge/log.js';
import { keepHeapSmall } from '../../../apps/cli/src/instance/small-heap.js';
import { SystemClock } from '../../../libs/application/ports/index.js';
import type { Connections } from '../../../libs/embedded-postgres/index.js';
import { optionsSent, type Served, serving } from './child.js';
import { oidcOf } from './oidc.js';
import type { BenchIssuer } from './sign-ins.js';
import { Unrecording } from './unrecording.js';

/** What one API process of ours is told. `recording: false`: views are acknowledged without being written, which shows what record-first costs. */
export interface OurOptions {
  readonly connections: Connections;
  readonly masterKey: string;
  readonly signIns: Pick<BenchIssuer, 'issuer' | 'audience' | 'jwksUri'>;
  readonly recording: boolean;
}

/** The product as `xinma start` puts it together, in a process of its own: the API with its projector, logging as by default. */
async function start({ connections, masterKey, signIns, recording }: OurOptions): Promise<Served> {
  keepHeapSmall();
  const connected = await connect({ connections, masterKey: Buffer.from(masterKey, 'hex'), oidc: oidcOf(signIns), clock: new SystemClock() });
  const adapters: Adapters = recording ? connected.adapters : { ...connected.adapters, store: new Unrecording(connected.adapters.store) };
  const log = createLog('info');
  const app = await createApp(adapters, log);
  const works = background(app, { ...connected, adapters }, connections.projector, log);
  await app.listen(0, '127.0.0.1');
  const stop = async (): Promise<void> => {
    await app.close();
    await works.stop();
    await connected.close();
  };
  return { address: (await app.getUrl()).replace('[::1]', '127.0.0.1'), stop };
}

serving(await start(await optionsSent<OurOptions>()));
