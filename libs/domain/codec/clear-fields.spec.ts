import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { open, type Private } from '../../kernel/index.js';
import { fieldsOf } from './clear-fields.js';
import { type DomainEvent, eventCodec } from './event-codec.js';
import { flag, nullable, sealedBy, text } from './field.js';

const bytesOf = (json: string): Uint8Array => new TextEncoder().encode(json);

describe('Clear fields, read off the bytes', () => {
  const fields = fieldsOf('Told', { version: 1, clear: [['by', text], ['until', nullable(text)], ['open', flag]] });
  const read = (json: string): unknown => {
    const told = fields(bytesOf(json)) as { readonly by: unknown; readonly until: unknown; readonly open: unknown } | undefined;
    return told && { by: told.by, until: told.until, open: told.open };
  };

  it.each([
    ['texts, null and true', '{"by":"a","until":null,"open":true}', { by: 'a', until: null, open: true }],
    ['false, before what is sealed', '{"by":"a","until":"b","open":false,"sealed":{"what":"0"}}', { by: 'a', until: 'b', open: false }],
    ['false, as the last there is', '{"by":"a","until":"b","open":false}', { by: 'a', until: 'b', open: false }],
    ['empty texts', '{"by":"","until":"","open":true}', { by: '', until: '', open: true }],
    ['the first and the last letter that stand as they read', '{"by":" !#[]~","until":null,"open":true}', { by: ' !#[]~', until: null, open: true }],
    ['whatever stands under the seal', '{"by":"a","until":null,"open":true,"sealed":{', { by: 'a', until: null, open: true }],
  ])('are %s', (_what, json, told) => expect(read(json)).toEqual(told));

  it.each([
    ['in another order', '{"until":null,"by":"a","open":true}'],
    ['with spaces', '{"by": "a","until":null,"open":true}'],
    ['with one missing', '{"by":"a","open":true}'],
    ['with one more behind', '{"by":"a","until":null,"open":true,"more":true}'],
    ['with one more in front', '{"more":true,"by":"a","until":null,"open":true}'],
    ['with a number', '{"by":1,"until":null,"open":true}'],
    ['with what is longer than a word', '{"by":"a","until":nulls,"open":true}'],
    ['with an escape', String.raw`{"by":"\u0061","until":null,"open":true}`],
    ['with an escaped quote, behind which it looks like the rest', String.raw`{"by":"\",\"until\":null","until":null,"open":true}`],
    ['with a letter before the space', '{"by":"\u001F","until":null,"open":true}'],
    ['with a letter behind the tilde', '{"by":"\u007F","until":null,"open":true}'],
    ['with a letter that is not ASCII', '{"by":"é","until":null,"open":true}'],
    ['with something behind', '{"by":"a","until":null,"open":true} '],
    ['cut in a text', '{"by":"a'],
    ['cut behind a field', '{"by":"a","until":null'],
    ['cut before the end', '{"by":"a","until":null,"open":true'],
    ['that ends as a list does', '{"by":"a","until":null,"open":true]'],
    ['of no record', '[]'],
    ['of nothing', ''],
  ])('are left to whoever parses JSON: %s', (_how, json) => expect(fields(bytesOf(json))).toBeUndefined());

  it('fail one by one, when they are asked for', () => {
    const told = fields(bytesOf('{"by":true,"until":null,"open":"yes"}')) as { readonly by: unknown; readonly until: unknown; readonly open: unknown };
    expect(told.until).toBeNull();
    expect(() => told.by).toThrow(expect.objectContaining({ message: 'cannot read Told version 1', cause: expect.objectContaining({ message: 'expected text' }) }));
    expect(() => told.open).toThrow('cannot read Told version 1');
  });

  it('are listed as those of any other event', () => expect(Object.keys(Object.getPrototypeOf(fields(bytesOf('{"by":"a","until":null,"open":true}'))) as object)).toEqual(['by', 'until', 'open']));
});

describe('An event that is peeked at', () => {
  interface Told extends DomainEvent {
    readonly type: 'Told';
    readonly data: { readonly by: string; readonly until: string | null; readonly open: boolean; readonly what: Private<string> };
  }
  const codec = eventCodec<Told>({
    Told: { version: 3, alikeSince: 2, clear: { by: text, until: nullable(text), open: flag }, sealed: { what: sealedBy('person', ({ by }) => by, text) }, upcasters: { 1: (json) => json, 2: (json) => json } },
  });
  const stored = (version: number, data: Uint8Array) => ({ id: 'e', type: 'Told', version, data });

  it('says what it says to whoever reads it whole, whatever that is, wherever its bytes lie', () => {
    fc.assert(
      fc.property(fc.record({ by: fc.string({ unit: 'grapheme' }), until: fc.option(fc.string()), open: fc.boolean() }), fc.string(), fc.boolean(), (clear, what, isBuffer) => {
        const { version, data } = codec.encode({ type: 'Told', data: { ...clear, what: open(what) } }, (_ref, _field, plain) => String(plain.length));
        const apart = new Uint8Array([1, 2, 3, ...data, 4]).subarray(3, -1);
        const { by, until, open: isOpen } = codec.peek(stored(version, isBuffer ? Buffer.from(data) : apart)) as Told['data'];
        expect({ by, until, open: isOpen }).toEqual(clear);
      }),
    );
  });

  const halfWritten = bytesOf('{"by":"a","until":null,"open":true,"sealed":{');

  it.each([2, 3])('is read no further than it is asked for in version %d, which is written alike', (version) => expect((codec.peek(stored(version, halfWritten)) as Told['data']).by).toBe('a'));
  it.each([0, 1, 4])('is read whole in version %d, which is not', (version) => expect(() => codec.peek(stored(version, halfWritten))).toThrow(`cannot read Told version ${version}`));
  it('is read whole where its bytes are others', () => {
    expect(codec.peek(stored(1, bytesOf('{"by":"a","until":null,"open":true,"sealed":{}}')))).toEqual({ by: 'a', until: null, open: true });
    expect(codec.peek(stored(3, bytesOf('{"until":null,"by":"a","open":true}')))).toEqual({ by: 'a', until: null, open: true });
    expect(() => codec.peek(stored(3, bytesOf('{"until":null,"by":true,"open":true}')))).toThrow('cannot read Told version 3');
  });
});
