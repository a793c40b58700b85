import { useQuery } from '@tanstack/react-query';
import type { Read } from '../data/types.js';
import { inShanghai } from '../data/time.js';
import { Page } from '../parts/page.js';
import { Pairs } from '../parts/pairs.js';
import { Answered } from '../states/answered.js';
import { Notice } from '../states/notice.js';
import { useLanguage } from '../words/language.js';
import { useTerms } from '../words/use-terms.js';
import { visible } from '../words/visible.js';
import { useWords } from '../words/words.js';
import { results } from './reads.js';
import { citizenWords } from './words.js';

/** Somebody's own results, newest first. */
export function Results() {
  const say = useWords(citizenWords);
  return (
    <Page title={say('results')} back="/citizen">
      <Answered query={useQuery(results)}>
        {(found) =>
          found.results.length === 0 ? (
            <Notice title={say('noResults')} text={say('noResultsText')} />
          ) : (
            <ul className="cards">
              {found.results.map((one) => (
                <li key={one.sample} className="card">
                  <Result one={one} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
    </Page>
  );
}

function Result({ one }: { readonly one: Read<'/v1/me/results'>['results'][number] }) {
  const say = useWords(citizenWords);
  const terms = useTerms();
  const language = useLanguage();
  const facts = [
    [say('collected'), inShanghai(language, 'both', one.collectedAt)],
    [say('reported'), inShanghai(language, 'both', one.reportedAt)],
    ...(one.centre === null ? [] : [[say('centre'), visible(one.centre)] as const]),
  ] as const;
  return (
    <>
      <h2>{terms.result(one.result)}</h2>
      <p className="hint">{terms.test(one.test, one.testName)}</p>
      <Pairs facts={facts} />
      {one.corrected ? <p className="mark">{say('corrected')}</p> : null}
    </>
  );
}
