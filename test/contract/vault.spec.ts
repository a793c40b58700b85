import { randomBytes } from 'node:crypto';
import { PostgresVault } from '../../libs/vault-postgres/index.js';
import { MemoryVault } from '../../libs/vault/index.js';
import { freshDatabase } from '../kit/postgres.js';
import { vaultContract } from './vault.contract.js';

vaultContract('memory', async () => {
  const keys = new Map<string, Buffer | 'destroyed'>();
  return { open: async () => new MemoryVault(keys), close: async () => undefined };
});

vaultContract('Postgres', async () => {
  const [fresh, masterKey] = [await freshDatabase(), randomBytes(32)];
  return { open: () => PostgresVault.open(fresh.keys, masterKey), close: () => fresh.drop() };
});
