import { describe, it } from '@jest/globals';
import { sample, sampleEvents } from '../../../test/contract/read-models/facts.js';
import { givenEvents, givenEventsOfBefore } from '../../../test/contract/read-models/given-events.js';
import { institutionId } from '../../../test/kit/institutions.js';
import { lockedBarcodes } from './locked-barcodes.js';

const { registered, recorded, locked, released, withdrawn } = sampleEvents(5, 1);

describe('A barcode in quarantine', () => {
  const given = givenEvents(lockedBarcodes);
  it('is none while rows go in', () => given(registered, recorded).thenRows());
  it('is there from its lock on, whatever becomes of the result', () => given(registered, recorded, locked, withdrawn).thenRows({ sample: sample(5), clinic: institutionId('clinic-east'), position: '3' }));
  it('has its clinic by name where it was locked before institutions had ids: there is no key here', () =>
    givenEventsOfBefore(lockedBarcodes)(locked).thenRows({ clinic: 'clinic-east' }));
  it('is none once released', () => given(registered, locked, released).thenRows());
  it('is there again when locked again', () => given(registered, locked, released, locked).thenRows({ position: '4' }));
});
