import { ReadModels } from '../../libs/application/ports/index.js';

const unasked = async (): Promise<never> => {
  throw new Error('this spec does not say what the read models answer');
};

/** Read models that nobody should ask; a spec overrides what its use case needs. */
export class UnaskedReadModels extends ReadModels {
  override proxyView: ReadModels['proxyView'] = unasked;
  override position: ReadModels['position'] = unasked;
  override reached: ReadModels['reached'] = unasked;
  override ownResults: ReadModels['ownResults'] = unasked;
  override disclosures: ReadModels['disclosures'] = unasked;
  override quarantine: ReadModels['quarantine'] = unasked;
  override basesOf: ReadModels['basesOf'] = unasked;
  override heldConsents: ReadModels['heldConsents'] = unasked;
  override haveTie: ReadModels['haveTie'] = unasked;
  override claimsOf: ReadModels['claimsOf'] = unasked;
  override heldClaim: ReadModels['heldClaim'] = unasked;
  override waitingClaims: ReadModels['waitingClaims'] = unasked;
  override unfinishedClaims: ReadModels['unfinishedClaims'] = unasked;
  override status: ReadModels['status'] = unasked;
}
