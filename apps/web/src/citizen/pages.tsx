import './citizen.css';
import { useQuery } from '@tanstack/react-query';
import { Route, Routes } from 'react-router';
import { Missing } from '../shell/shell.js';
import { Loading } from '../states/loading.js';
import { Trouble } from '../states/trouble.js';
import { Enrol } from './enrol.js';
import { Home } from './home.js';
import { Looked } from './looked.js';
import { MayLook } from './may-look.js';
import { Menu } from './menu.js';
import { OpenCode } from './open-code.js';
import { me } from './reads.js';
import { Results } from './results.js';
import { Sampling } from './sampling.js';

export { readAhead } from './reads.js';

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
