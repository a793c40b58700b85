import { useId, useState } from 'react';
import { useWords } from '../words/words.js';
import type { Stop } from './report.js';
import { whatOf } from './said.js';
import { useInstant } from './use-instant.js';
import { auditorWords } from './words.js';

interface SliderProps {
  readonly stops: readonly Stop[];
  /** How many of them lie before the instant. */
  readonly at: number;
  readonly onMove: (at: number) => void;
  readonly onRaw: (position: string) => void;
}

/** Moves over everything at which something changed: arrow keys by one, page keys by many, to the ends, or to a time. */
export function Slider({ stops, at, onMove, onRaw }: SliderProps) {
  const say = useWords(auditorWords);
  const field = useId();
  const stop = stops[at - 1];
  const told = useTold(stop);
  const event = stop?.event;
  return (
    <section className="card slider">
      <label htmlFor={field}>{say('slider')}</label>
      <input id={field} type="range" min={0} max={stops.length} value={at} aria-valuetext={told} onChange={({ target }) => onMove(Number(target.value))} />
      <p className="instant" aria-hidden="true">
        {told}
      </p>
      <div className="actions">
        <button disabled={at === 0} onClick={() => onMove(at - 1)}>
          {say('previous')}
        </button>
        <button disabled={at === stops.length} onClick={() => onMove(at + 1)}>
          {say('next')}
        </button>
        <button disabled={event === undefined} onClick={() => event !== undefined && onRaw(event)}>
          {say('raw')}
        </button>
      </div>
      <GoTo onTime={(time) => onMove(stops.filter((one) => one.at <= time).length)} />
    </section>
  );
}

function useTold(stop: Stop | undefined): string {
  const say = useWords(auditorWords);
  const instant = useInstant();
  return stop === undefined ? say('before') : say('at', { at: instant(stop.at), position: String(stop.position), what: whatOf(stop, say) });
}

function GoTo({ onTime }: { readonly onTime: (time: number) => void }) {
  const say = useWords(auditorWords);
  const field = useId();
  const [text, setText] = useState('');
  return (
    <form
      className="go"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (text !== '') onTime(Date.parse(`${text.length === 16 ? `${text}:59` : text}+08:00`));
      }}
    >
      <label htmlFor={field}>{say('goTo')}</label>
      <input id={field} type="datetime-local" value={text} onChange={({ target }) => setText(target.value)} />
      <button>{say('go')}</button>
    </form>
  );
}
