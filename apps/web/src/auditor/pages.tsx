import './auditor.css';
import { Route, Routes } from 'react-router';
import { OnDuty } from '../parts/on-duty.js';
import { Missing } from '../shell/shell.js';
import { Access } from './access.js';
import { Home } from './home.js';
import { Log } from './log.js';

/** The auditor's room. */
export const AuditorPages = () => (
  <OnDuty duty="auditor">
    <Routes>
      <Route index element={<Home />} />
      <Route path="access" element={<Access />} />
      <Route path="log" element={<Log />} />
      <Route path="*" element={<Missing />} />
    </Routes>
  </OnDuty>
);
