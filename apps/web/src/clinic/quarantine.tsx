import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { answered, api } from '../data/api.js';
import { inShanghai } from '../data/time.js';
import type { Read } from '../data/types.js';
import { Page } from '../parts/page.js';
import { Pairs } from '../parts/pairs.js';
import { Answered } from '../states/answered.js';
import { Notice } from '../states/notice.js';
import { useLanguage } from '../words/language.js';
import { useWords } from '../words/words.js';
import { clinicWords } from './words.js';

const quarantine = infiniteQueryOptions({
  queryKey: ['quarantine'],
  initialPageParam: '',
  queryFn: ({ signal, pageParam }) => answered(api.GET('/v1/clinics/me/quarantine', { signal, params: { query: pageParam === '' ? {} : { before: pageParam } } })),
  getNextPageParam: ({ next }) => next,
});

/** Barcodes that take no results until a registrar releases them. */
export function Quarantine() {
  const say = useWords(clinicWords);
  const list = useInfiniteQuery(quarantine);
  return (
    <Page title={say('quarantine')} back="/clinic">
      <Answered query={list}>{({ pages }) => <Locked all={pages.flatMap(({ locked }) => locked)} />}</Answered>
      {list.hasNextPage ? (
        <button className="wide" disabled={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {say('older')}
        </button>
      ) : null}
    </Page>
  );
}

function Locked({ all }: { readonly all: Read<'/v1/clinics/me/quarantine'>['locked'] }) {
  const say = useWords(clinicWords);
  const language = useLanguage();
  if (all.length === 0) return <Notice title={say('quarantineNone')} text={say('quarantineNoneText')} />;
  return (
    <>
      <p>{say('quarantineIntro')}</p>
      <ul className="cards">
        {all.map(({ sample, barcode, since }) => (
          <li key={sample} className="card">
            <h2>
              <bdi>{barcode ?? say('unreadable')}</bdi>
            </h2>
            <Pairs
              facts={[
                [say('since'), inShanghai(language, 'both', since)],
                [say('tubeNumber'), sample],
              ]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
