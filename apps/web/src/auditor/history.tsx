import { useMemo, useState } from 'react';
import { Page } from '../parts/page.js';
import { Notice } from '../states/notice.js';
import { useWords } from '../words/words.js';
import { Bars } from './bars.js';
import { Proof } from './proof.js';
import { Raw } from './raw.js';
import type { Found } from './reads.js';
import { type Point, stopsOf } from './report.js';
import { Slider } from './slider.js';
import { Tables } from './tables.js';
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
  return (
    <Page key="history" title={say('access')} back="/auditor">
      <p className="whose">
        <span className="id">{say('of', { id: asked.id })}</span> <button onClick={onOther}>{say('other')}</button>
      </p>
      {stops.length === 0 ? (
        <Notice title={say('nothing')} text={say('nothingText')} />
      ) : (
        <div className="history">
          <Slider stops={stops} at={at} onMove={setAt} onRaw={setRaw} />
          <Bars report={report} stops={stops} point={point} />
          <Tables report={report} point={point} onRaw={setRaw} />
        </div>
      )}
      <Proof found={found} stop={stop} />
      {raw === undefined ? null : <Raw position={raw} onClose={() => setRaw(undefined)} />}
    </Page>
  );
}
