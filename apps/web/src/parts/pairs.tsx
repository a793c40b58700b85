/** A fact under its name; `sentence`: it is words of ours, and begins as a sentence does. */
export type Fact = readonly [name: string, fact: string, kind?: 'sentence'];

/** Facts with their names. What others wrote keeps its direction to itself, and its letters as they are. */
export function Pairs({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="pairs">
      {facts.map(([name, fact, kind]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className={kind}>
            <bdi>{fact}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
