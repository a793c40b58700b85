import { createCipheriv, createDecipheriv } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AccountId } from '../kernel/index.js';
import { BlindIndex } from '../vault/index.js';
import type { Loaded } from './ledger/index.js';
import type { CommandRequest } from './request.js';

const NONCE = 12;
const POSITION = 8;
const TAG = 16;

/**
 * Positions of the log as strangers may hold them: 48 characters that say nothing (how much happens here is nobody's business), that only we can make, and
 * that only the account they were made for can use. The same position gives the same text, so that a retried command gives the same answer.
 */
@Injectable()
export class Cursors {
  private made: Buffer | undefined;

  constructor(private readonly index: BlindIndex) {}

  private get key(): Buffer {
    return (this.made ??= this.index.mac('cursor', []));
  }

  write(account: AccountId, position: bigint): string {
    const plain = Buffer.alloc(POSITION);
    plain.writeBigUInt64BE(position);
    // Never the same nonce for two texts: it is made of both.
    const nonce = this.index.mac('cursor-nonce', [account, plain]).subarray(0, NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce);
    cipher.setAAD(Buffer.from(account));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64url');
  }

  /**
   * Where a command left its event, or found that nothing was to do: what a read that must not be older asks for with `at-least`. Of a retry it is where the
   * first try left it: where the stream stands now would tell a viewer that the other person did something.
   */
  after(request: CommandRequest, { stream, change, commands }: Loaded<unknown>): string {
    const carriedOut = commands.get(request.eventId(stream, 0));
    return this.write(request.actor.account, (carriedOut ?? change)?.position ?? 0n);
  }

  /** The position; undefined for what this account was not given. */
  read(account: AccountId, text: string): bigint | undefined {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== NONCE + POSITION + TAG || bytes.toString('base64url') !== text) return undefined;
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAAD(Buffer.from(account));
    decipher.setAuthTag(bytes.subarray(NONCE + POSITION));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(NONCE, NONCE + POSITION)), decipher.final()]).readBigUInt64BE();
    } catch {
      return undefined;
    }
  }
}
