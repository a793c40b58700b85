import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api, codeOf } from '../data/api.js';
import { CodeEntry } from '../parts/code-entry.js';
import { Page } from '../parts/page.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import type { Tube } from './tube.js';
import { TubeActs } from './tube-acts.js';
import { clinicWords } from './words.js';

const find = async (barcode: string): Promise<Tube> => ({ ...(await answered(api.POST('/v1/samples/by-barcode', { body: { barcode } }))), barcode });

/** Finds a tube by its barcode, to correct its result or take it back. */
export function Amend() {
  const say = useWords(clinicWords);
  const [tube, setTube] = useState<Tube>();
  const search = useMutation({ gcTime: 0, mutationFn: find, onSuccess: setTube });
  const texts = { scan: say('scanBarcode'), typed: say('typeBarcode'), hint: say('typeBarcodeHint'), empty: say('barcodeEmpty'), act: say('find') };
  if (tube !== undefined) return <TubeActs tube={tube} onNext={() => setTube(undefined)} />;
  return (
    <Page key="find" title={say('amend')} back="/clinic">
      <p>{say('findIntro')}</p>
      {search.isPending ? <Loading /> : null}
      {search.error === null ? null : codeOf(search.error) === 'not-found' ? <Notice tone="care" title={say('notFound')} text={say('notFoundText')} urgent /> : <Trouble error={search.error} />}
      <CodeEntry texts={texts} onCode={(barcode) => search.mutate(barcode)} ready />
    </Page>
  );
}
