import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { Urgencies } from './urgency.js';

const urgencies = new Urgencies();
urgencies.declare('POST', '/v1/consents/:id/revocation', 'protective');
urgencies.declare('GET', '/health', 'probe');
urgencies.declare('GET', '/openapi.json', 'lengthy');
urgencies.declare('GET', '/v1/audit/bases/:id', 'lengthy');
urgencies.declare('POST', '/v1/guardianships/:id/revocation', 'probe');
urgencies.declare('GET', '/v1/me', 'ordinary');

const of = (method: string, url: string) => urgencies.of(Object.assign(new IncomingMessage(new Socket()), { method, url }));

describe('What is asked for', () => {
  it.each([
    ['POST', '/v1/consents/c_1/revocation', 'protective'],
    ['POST', '/v1/consents/c_1/revocation?x=1', 'protective'],
    ['GET', '/health?', 'probe'],
    ['GET', '/openapi.json', 'lengthy'],
    ['GET', '/v1/audit/bases/c_1', 'lengthy'],
    ['GET', '/v1/audit/bases/revocation', 'lengthy'],
    ['POST', '/v1/guardianships/g_1/revocation', 'probe'],
    ['POST', '/v1/consents/c_1/revo%63ation', 'protective'],
    ['POST', '/v1/consents/%63_1/revocation?x=%', 'protective'],
    ['POST', '/v1/consents/c_1/revocation#x', 'protective'],
    ['POST', 'http://host:1/v1/consents/c_1/revocation?x=1', 'protective'],
    ['GET', 'HTTPS://host/health', 'probe'],
    ['GET', '/%68ealth', 'probe'],
  ] as const)('%s %s is as it was declared', (method, url, urgency) => {
    expect(of(method, url)).toBe(urgency);
  });

  it.each([
    ['GET', '/v1/me'],
    ['GET', '/v1/consents/c_1/revocation'],
    ['POST', '/v1/consents//revocation'],
    ['POST', '/v1/consents/c_1/x/revocation'],
    ['POST', '/v1/consents/c_1/revocation/'],
    ['POST', '/nothing?/v1/consents/c_1/revocation'],
    ['POST', '/nothing/v1/consents/c_1/revocation'],
    ['GET', '/openapi-json'],
    ['HEAD', '/health'],
    ['GET', '/health%'],
    ['GET', '/v1/audit/bases/'],
    ['POST', '/v1/audit/bases/c_1'],
    ['GET', '/%2Fhealth'],
    ['GET', '/x?/%68ealth'],
    ['GET', 'ftp://host/health'],
    ['GET', 'http://host?x/health'],
    ['GET', '*'],
    ['', ''],
  ])('%s %s is ordinary', (method, url) => {
    expect(of(method, url)).toBe('ordinary');
  });
});
