import { AxisBottom } from '@visx/axis';
import { GlyphDiamond } from '@visx/glyph';
import { Bar as Box, Circle, Line } from '@visx/shape';
import { inShanghai } from '../data/time.js';
import { useLanguage } from '../words/language.js';
import { type Place, stepsOf, UTC_8 } from './places.js';
import type { Bar, Mark, Span } from './report.js';

const [HEIGHT, MIDDLE] = [32, 16] as const;
/** What a time takes below the axis, and the room between two of them, in the size of the page's letters. */
const WIDE = 7;
const [TEN_MINUTES, TEN_DAYS] = [600_000, 864_000_000];

const across = (place: Place, at: number): number => place(Math.max(at, 0) + UTC_8);

interface DrawnProps {
  readonly bar: Bar;
  readonly place: Place;
  readonly at: number;
}

/** One basis: when it could be used, what was shown and refused, and the instant. */
export function Drawn({ bar: { spans, shown, refused, terms }, place, at }: DrawnProps) {
  const [left = 0, right = 0] = place.range();
  const line = across(place, at);
  return (
    <svg className="bar" aria-hidden="true" width="100%" height={HEIGHT}>
      <Line className="ground" from={{ x: left, y: MIDDLE }} to={{ x: right, y: MIDDLE }} />
      {spans.map((span) => (
        <Could key={span.from} span={span} place={place} byAge={terms?.byAge === true} />
      ))}
      {shown.map((one: Mark) => (
        <Circle key={one.position} className="shown" cx={across(place, one.at)} cy={MIDDLE} r={6} />
      ))}
      {refused.map((one: Mark) => (
        <GlyphDiamond key={one.position} className="refused" left={across(place, one.at)} top={MIDDLE} size={120} />
      ))}
      <Line className="instant" from={{ x: line, y: 0 }} to={{ x: line, y: HEIGHT }} />
    </svg>
  );
}

/** However short, it is seen. */
function Could({ span, place, byAge }: { readonly span: Span; readonly place: Place; readonly byAge: boolean }) {
  const [from, until] = [across(place, span.from), across(place, span.until)];
  return <Box className={byAge ? 'could by-age' : 'could'} x={from} y={6} width={Math.max(2, until - from)} height={20} rx={3} />;
}

/** As much of a time as tells two steps apart. */
function formOf([from, to]: readonly Date[]): 'second' | 'brief' | 'month-day' {
  const span = Number(to) - Number(from);
  return span < TEN_MINUTES ? 'second' : span < TEN_DAYS ? 'brief' : 'month-day';
}

/** When that was, where a whole time has room; the table says it to readers. */
export function Axis({ place, width }: { readonly place: Place; readonly width: number }) {
  const language = useLanguage();
  const room = WIDE * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const form = formOf(place.domain());
  const steps = stepsOf(place, width, room);
  return (
    <svg className="axis" aria-hidden="true" width="100%" height="2.5rem">
      <AxisBottom scale={place} tickValues={[...steps]} tickFormat={(at) => inShanghai(language, form, Number(at) - UTC_8)} tickLabelProps={{ dy: '0.4em' }} />
    </svg>
  );
}
