import './clinic.css';
import { Route, Routes } from 'react-router';
import { OnDuty } from '../parts/on-duty.js';
import { Missing } from '../shell/shell.js';
import { Strongly } from '../states/strongly.js';
import { useWords } from '../words/words.js';
import { Amend } from './amend.js';
import { Home } from './home.js';
import { Import } from './import.js';
import { Quarantine } from './quarantine.js';
import { Register } from './register.js';
import { clinicWords } from './words.js';

/** The clinic's room: all of it takes a stronger sign-in. */
export function ClinicPages() {
  return (
    <OnDuty duty="clinic">
      <Strongly title={useWords(clinicWords)('home')}>
        <Routes>
          <Route index element={<Home />} />
          <Route path="register" element={<Register />} />
          <Route path="import" element={<Import />} />
          <Route path="amend" element={<Amend />} />
          <Route path="quarantine" element={<Quarantine />} />
          <Route path="*" element={<Missing />} />
        </Routes>
      </Strongly>
    </OnDuty>
  );
}
