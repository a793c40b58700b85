import { Metadata, type MetadataValue } from '@grpc/grpc-js';

const ACCEPTED = 'grpc-accept-encoding';

/**
 * What a call sends along, that takes no compressed answer: the server would squeeze each event by itself, and taking them apart again is what catching up would
 * then wait for. The library has no option for that, and sets its own list on whatever it is given, so what it is given does not take it.
 */
export class Uncompressed extends Metadata {
  /** With everything that is in another one. */
  static of(other: Metadata): Uncompressed {
    const mine = new Uncompressed(other.getOptions());
    mine.merge(other);
    return mine;
  }

  override set(key: string, value: MetadataValue): void {
    super.set(key, key === ACCEPTED ? 'identity' : value);
  }

  override clone(): Metadata {
    return Uncompressed.of(this);
  }
}
