import './citizen.css';
import { useQuery } from '@tanstack/react-query';
import { lazy } from 'react';
import { Route, Routes } from 'react-router';
import { Missing } from '../shell/shell.js';
import { Loading } from '../states/loading.js';
import { Trouble } from '../states/trouble.js';
import { Enrol } from './enrol.js';
import { Home } from './home.js';
import { Looked } from './looked.js';
import { Menu } from './menu.js';
import { me } from './reads.js';
import { Results } from './results.js';
import { Sampling } from './sampling.js';

export { readAhead } from './reads.js';

/** What asks a question brings the parts for it; the code in a queue needs none of them. */
const MayLook = lazy(() => import('./may-look.js').then(({ MayLook }) => ({ default: MayLook })));
const OpenCode = lazy(() => import('./open-code.js').then(({ OpenCode }) => ({ default: OpenCode })));

/** The citizen's room: somebody who is not enrolled yet first enrols. */
export function CitizenPages() {
  const { data, error, isPending, refetch } = useQuery(me);
  if (isPending) return <Loading />;
  if (data === undefined) return <Trouble error={error} onRetry={() => void refetch()} />;
  if (data === null) return <Enrol />;
  return (
    <Routes>
      <Route index element={<Home self={data} />} />
      <Route path="menu" element={<Menu />} />
      <Route path="results" element={<Results />} />
      <Route path="may-look" element={<MayLook />} />
      <Route path="looked" element={<Looked />} />
      <Route path="open" element={<OpenCode />} />
      <Route path="sampling" element={<Sampling />} />
      <Route path="*" element={<Missing />} />
    </Routes>
  );
}
