import { type ReactNode, useMemo, useState } from 'react';
import { useElder } from '../data/preferences.js';
import { Page } from '../parts/page.js';
import { Paged } from '../parts/paged.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { Bars } from './bars.js';
import { Proof } from './proof.js';
import { Raw } from './raw.js';
import type { Found } from './reads.js';
import { type Point, type Stop, stopsOf } from './report.js';
import { Slider } from './slider.js';
import { Could, Did, WereRefused } from './tables.js';
import { useTold } from './use-told.js';
import { auditorWords } from './words.js';

/** A history, and the instant at which it is looked at. */
export function History({ found, onOther }: { readonly found: Found; readonly onOther: () => void }) {
  const say = useWords(auditorWords);
  const { report, asked } = found;
  const stops = useMemo(() => stopsOf(report), [report]);
  const [at, setAt] = useState(stops.length);
  const [raw, setRaw] = useState<string>();
  const stop = stops[at - 1];
  const point: Point = stop ?? { position: 0n, at: Number.NEGATIVE_INFINITY };
  const then = (content: ReactNode): ReactNode => <Then stop={stop}>{content}</Then>;
  const parts = [
    { name: 'instant', content: <Slider stops={stops} at={at} onMove={setAt} onRaw={setRaw} /> },
    { name: 'picture', content: then(<Bars report={report} stops={stops} point={point} />) },
    { name: 'could', content: then(<Could report={report} point={point} />) },
    { name: 'did', content: then(<Did report={report} point={point} onRaw={setRaw} />) },
    { name: 'refused', content: then(<WereRefused report={report} point={point} onRaw={setRaw} />) },
    { name: 'proof', content: then(<Proof found={found} stop={stop} />) },
  ];
  const nothing = [
    { name: 'nothing', content: <Notice title={say('nothing')} text={say('nothingText')} /> },
    { name: 'proof', content: <Proof found={found} stop={stop} /> },
  ];
  return (
    <Page key="history" title={say('access')} back="/auditor">
      <p className="whose">
        <span className="id">{say('of', { id: asked.id })}</span> <button onClick={onOther}>{say('other')}</button>
      </p>
      <div className="history">
        <Paged parts={stops.length === 0 ? nothing : parts} />
      </div>
      {raw === undefined ? null : <Raw position={raw} onClose={() => setRaw(undefined)} />}
    </Page>
  );
}

/** Which instant it is, where the slider is on another page. */
function Then({ stop, children }: { readonly stop: Stop | undefined; readonly children: ReactNode }) {
  const told = useTold(stop);
  return (
    <>
      {useElder() ? <p className="purpose">{told}</p> : null}
      {children}
    </>
  );
}
