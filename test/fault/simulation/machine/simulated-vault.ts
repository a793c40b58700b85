import type { KeyRef } from '../../../../libs/kernel/index.js';
import { type Opener, type Sealer, Vault, VaultUnavailable } from '../../../../libs/vault/index.js';
import type { Life } from './life.js';
import type { Scheduler } from './scheduler.js';
import type { Weather } from './weather.js';

/** A vault that takes its time, and is not there while the weather says so; the sealing is the real one. */
export class SimulatedVault extends Vault {
  constructor(
    private readonly keys: Vault,
    private readonly way: { readonly scheduler: Scheduler; readonly weather: Weather; readonly life: Life },
  ) {
    super();
  }

  override async sealer(refs: readonly KeyRef[]): Promise<Sealer> {
    await this.reach();
    return this.keys.sealer(refs);
  }

  override async opener(refs: readonly KeyRef[]): Promise<Opener> {
    if (refs.length > 0) await this.reach();
    return this.keys.opener(refs);
  }

  override async destroy(ref: KeyRef): Promise<void> {
    await this.reach();
    await this.keys.destroy(ref);
  }

  override async close(): Promise<void> {
    await this.reach();
  }

  private async reach(): Promise<void> {
    const { scheduler, weather, life } = this.way;
    await new Promise<void>((resolve) => scheduler.after(weather.hop() / 4, () => life.deliver(resolve)));
    if (weather.vaultDown) throw new VaultUnavailable();
  }
}
