/** Facts with their names. What others wrote keeps its direction to itself. */
export function Pairs({ facts }: { readonly facts: readonly (readonly [name: string, fact: string])[] }) {
  return (
    <dl className="pairs">
      {facts.map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <bdi>{fact}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
