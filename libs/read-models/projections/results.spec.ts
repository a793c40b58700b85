import { describe, it } from '@jest/globals';
import { citizen, contactChanged, enrolled, sample, sampleEvents } from '../../../test/contract/read-models/facts.js';
import { givenEvents } from '../../../test/contract/read-models/given-events.js';
import { people } from './people.js';
import { results } from './results.js';

const { registered, recorded, corrected, withdrawn } = sampleEvents(5, 1);

describe('The standing result of a sample', () => {
  const given = givenEvents(results);
  it('is none while only registered', () => given(registered).thenRows());
  it('is what was recorded', () => given(registered, recorded).thenRows({ sample: sample(5), subject: citizen(1), position: '2' }));
  it('is the last correction', () => given(recorded, corrected, corrected).thenRows({ sample: sample(5), position: '3' }));
  it('is none once withdrawn', () => given(recorded, corrected, withdrawn).thenRows());
});

describe('A person', () => {
  const given = givenEvents(people);
  it('is known by their enrolment', () => given(enrolled(1)).thenRows({ citizen: citizen(1), enrolled: '1', contact: null }));
  it('has a last change of contact', () => given(enrolled(1), contactChanged(1), contactChanged(1)).thenRows({ enrolled: '1', contact: '3' }));
});
