import { type ReactNode, useLayoutEffect, useRef } from 'react';
import { Label } from 'react-aria-components/Label';
import { Slider as Choosing, SliderThumb, SliderTrack } from 'react-aria-components/Slider';
import { useAnnounce } from '../parts/announcer.js';
import { Field } from '../parts/field.js';
import { useForm } from '../parts/form.js';
import { useWords } from '../words/words.js';
import type { Stop } from './report.js';
import { useTelling } from './use-told.js';
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
  const stop = stops[at - 1];
  const tell = useTelling();
  const told = tell(stop);
  const announce = useAnnounce();
  const event = stop?.event;
  // Of the slider's own keys readers hear by itself where they came to, of nothing else.
  const go = (to: number): void => {
    onMove(to);
    announce(tell(stops[to - 1]));
  };
  return (
    <section className="card slider">
      <Track most={stops.length} at={at} told={told} onMove={onMove} />
      <p className="instant" aria-hidden="true">
        {told}
      </p>
      <div className="actions">
        <Step isEnd={at === 0} onStep={() => go(at - 1)}>
          {say('previous')}
        </Step>
        <Step isEnd={at === stops.length} onStep={() => go(at + 1)}>
          {say('next')}
        </Step>
        <button disabled={event === undefined} onClick={() => event !== undefined && onRaw(event)}>
          {say('raw')}
        </button>
      </div>
      <GoTo onTime={(time) => go(stops.filter((one) => one.at <= time).length)} />
    </section>
  );
}

interface StepProps {
  readonly isEnd: boolean;
  readonly onStep: () => void;
  readonly children: ReactNode;
}

/** Goes one further. At the end it does nothing and keeps the focus: switched off, it would leave whoever pressed it nowhere. */
const Step = ({ isEnd, onStep, children }: StepProps) => (
  <button aria-disabled={isEnd} onClick={() => (isEnd ? undefined : onStep())}>
    {children}
  </button>
);

interface TrackProps {
  readonly most: number;
  readonly at: number;
  readonly told: string;
  readonly onMove: (at: number) => void;
}

function Track({ most, at, told, onMove }: TrackProps) {
  const say = useWords(auditorWords);
  const input = useRef<HTMLInputElement>(null);
  // The library says which number it is; readers are told what happened then.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', told));
  return (
    <Choosing className="choosing" minValue={0} maxValue={most} value={[at]} onChange={([to]) => onMove(to ?? at)}>
      <Label>{say('slider')}</Label>
      <SliderTrack className="track">
        <SliderThumb className="thumb" inputRef={input} />
      </SliderTrack>
    </Choosing>
  );
}

function GoTo({ onTime }: { readonly onTime: (time: number) => void }) {
  const say = useWords(auditorWords);
  const form = useForm({ time: '' }, ({ time }) => (time === '' ? { time: say('timeEmpty') } : {}));
  const { time } = form.values;
  return (
    <form
      className="go"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void form.submit(() => onTime(Date.parse(`${time.length === 16 ? `${time}:59` : time}+08:00`)));
      }}
    >
      <Field field={form.field('time')} label={say('goTo')} type="datetime-local" />
      <button>{say('go')}</button>
    </form>
  );
}
