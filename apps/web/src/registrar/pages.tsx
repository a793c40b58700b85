import './registrar.css';
import { Route, Routes } from 'react-router';
import { OnDuty } from '../parts/on-duty.js';
import { Missing } from '../shell/shell.js';
import { Account } from './account.js';
import { Appoint } from './appoint.js';
import { Claims } from './claims.js';
import { EnrolAtCounter } from './enrol.js';
import { Guardianship } from './guardianship.js';
import { Home } from './home.js';
import { Release } from './release.js';

/** The registrar's room. */
export const RegistrarPages = () => (
  <OnDuty duty="registrar">
    <Routes>
      <Route index element={<Home />} />
      <Route path="claims" element={<Claims />} />
      <Route path="guardianship" element={<Guardianship />} />
      <Route path="enrol" element={<EnrolAtCounter />} />
      <Route path="account" element={<Account />} />
      <Route path="appoint" element={<Appoint />} />
      <Route path="release" element={<Release />} />
      <Route path="*" element={<Missing />} />
    </Routes>
  </OnDuty>
);
