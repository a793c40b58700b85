import { describe, expect, it } from '@jest/globals';
import { citizen, claimEvents, codeIssued, consent, enrolled, guardianshipEvents, refusedView, registrar, replayed, sampleEvents, viewed } from '../../../test/contract/read-models/facts.js';
import { givenEvents } from '../../../test/contract/read-models/given-events.js';
import { accessHandlers, accessLog } from './access-log.js';
import { copies, copyHandlers } from './copies.js';

const given = givenEvents(accessLog);
const { codeUsed, registered, recorded, corrected, withdrawn, locked, released } = sampleEvents(5, 1);
const { confirmed, suspended, reinstated, ended } = guardianshipEvents(4, { by: 2, of: 1 });
const { claimed, dealt, proposed, countersigned, closed, erased } = claimEvents(6, { by: 1, of: 2 });
const staff = (position: string) => ({ subject: citizen(1), kind: 'staff', position });

describe('The access log of a person', () => {
  it('holds each view', () => given(viewed(consent(7), { by: 2, of: 1 })).thenRows({ position: '1', subject: citizen(1), kind: 'view' }));
  it('holds refusals, where there is a subject', () => given(refusedView(consent(7), 2, 1), refusedView(consent(8), 2, null)).thenRows({ position: '1', subject: citizen(1), kind: 'refusal' }));
  it('holds what an auditor asked about them', () => given(replayed(1), replayed(null)).thenRows(staff('1')));
  it('holds what clinics did', () => given(codeUsed, registered, recorded, corrected, withdrawn, locked, released).thenRows(staff('1'), staff('2'), staff('4'), staff('5'), staff('6'), staff('7')));
  it('holds what registrars did to their guardians', () => given(confirmed, suspended, reinstated, ended).thenRows(staff('1'), staff('2'), staff('3'), staff('4')));
  it('holds each opening of their claim, and nothing of whom they claimed', () => given(claimed, dealt(3), proposed(3), dealt(4), countersigned(4), closed, erased).thenRows(staff('2'), staff('4')));
  it('holds a card that was printed, not a code of their own app', () => given(codeIssued(1, registrar(3)), codeIssued(1)).thenRows(staff('1')));
  it('holds an enrolment at a counter, not their own', () => given(enrolled(1, registrar(3)), enrolled(2)).thenRows(staff('1')));
});

describe('Copies', () => {
  it('are there for whatever the log shows', () => expect(Object.keys(copyHandlers)).toEqual(expect.arrayContaining(Object.keys(accessHandlers))));
  it('are the bytes as appended', () => givenEvents(copies)(recorded).thenRows({ position: '1', type: 'ResultRecorded', version: 2, data: expect.any(Buffer) }));
});
