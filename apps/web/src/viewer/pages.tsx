import './viewer.css';
import { useState } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { Unprinted } from '../parts/unprinted.js';
import { Missing } from '../shell/shell.js';
import { Ask } from './ask.js';
import { Claim } from './claim.js';
import { Guardian } from './guardian.js';
import { Home } from './home.js';
import { Look } from './look.js';
import type { Overlooked } from './reads.js';

/** The room of whoever looks. At whom somebody is looking stands in no address: a page that is opened anew knows of nobody. */
export function ViewerPages() {
  const [one, setOne] = useState<Overlooked>();
  return (
    <Unprinted>
      <Routes>
        <Route index element={<Home onLook={setOne} />} />
        <Route path="look" element={one === undefined ? <Navigate to="/viewer" replace /> : <Look one={one} onLeave={() => setOne(undefined)} />} />
        <Route path="ask" element={<Ask />} />
        <Route path="guardian" element={<Guardian />} />
        <Route path="claim" element={<Claim />} />
        <Route path="*" element={<Missing />} />
      </Routes>
    </Unprinted>
  );
}
