import { revocationRace } from './suite.js';

revocationRace('Postgres');
