import { ledger } from '../../../../libs/application/ledger/ledger.js';
export const bypass = ledger;
