import { type KurrentConfiguration, readPlaces } from '../../../libs/configuration/index.js';

/** The server that KURRENTDB_URL names, if it does. */
export const benchServer = (): KurrentConfiguration | undefined =>
  process.env['KURRENTDB_URL'] === undefined ? undefined : readPlaces({ EVENT_STORE: 'kurrentdb', KURRENTDB_URL: process.env['KURRENTDB_URL'] }).kurrentdb;
