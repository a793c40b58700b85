import { revocationRace } from '../scenario/revocation-race/suite.js';
import { onServer } from './server.js';

Object.assign(process.env, onServer());
revocationRace('KurrentDB');
