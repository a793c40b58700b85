import { useId } from 'react';

/** How wide a letter is at most, of its height: Chinese ones are as wide as high. */
const WIDEST = 16;

/** Who looks, when, and under which code, across everything that lies below: a picture of it says so, too. For readers the same stands in words. */
export function Watermark({ lines }: { readonly lines: readonly string[] }) {
  const tile = useId();
  const width = Math.max(...lines.map(widthOf)) + 32;
  const height = lines.length * 22 + 34;
  return (
    <svg className="watermark" aria-hidden="true">
      <defs>
        <pattern id={tile} width={width} height={height} patternUnits="userSpaceOnUse" patternTransform="rotate(-24)">
          {lines.map((line, index) => (
            <text key={line} x="8" y={26 + index * 22} fontSize={WIDEST}>
              {line}
            </text>
          ))}
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${tile})`} />
    </svg>
  );
}

const widthOf = (line: string): number => Array.from(line).reduce((sum, letter) => sum + (letter > '\u2e80' ? WIDEST : WIDEST * 0.62), 0);
