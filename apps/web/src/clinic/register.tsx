import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { answered, api, codeOf, Failed, isIn } from '../data/api.js';
import { CodeEntry } from '../parts/code-entry.js';
import { Page } from '../parts/page.js';
import { Loading } from '../states/loading.js';
import { Notice } from '../states/notice.js';
import { Trouble } from '../states/trouble.js';
import { useWords } from '../words/words.js';
import { Compare } from './compare.js';
import { clinicWords } from './words.js';

/** One tube of one person. The key stays with it: what is tried again, or read twice, is the same registration. */
interface Tube {
  readonly code: string;
  readonly barcode: string;
  readonly key: string;
}

const register = ({ code, barcode, key }: Tube) => answered(api.POST('/v1/samples', { params: { header: { 'Idempotency-Key': key } }, body: { code, barcode } }));

/** From a person's code and the tube's barcode to the comparison with the document on the table. Nothing of a person is here before, and nothing after. */
export function Register() {
  const say = useWords(clinicWords);
  const [code, setCode] = useState<string>();
  const send = useMutation({ gcTime: 0, mutationFn: register });
  const keyOf = useKeys(code);
  // A scanner that reads twice types the person's code once more, where the tube's is waited for.
  const [isPersons, setPersons] = useState(false);
  const anew = (): void => {
    setCode(undefined);
    setPersons(false);
    send.reset();
  };
  const found = (barcode: string): void => {
    setPersons(barcode === code);
    if (code === undefined || barcode === code) send.reset();
    else send.mutate({ code, barcode, key: keyOf(barcode) });
  };
  if (send.data !== undefined) return <Compare shown={send.data} onNext={anew} />;
  if (code === undefined) return <PersonCode onCode={(found) => setCode(found.replaceAll(/\s/g, ''))} />;
  return (
    <Page key="barcode" title={say('barcode')} back="/clinic">
      {send.isPending ? <Loading /> : null}
      {send.error === null ? null : <Failure error={send.error} onRetry={() => (send.variables === undefined ? undefined : send.mutate(send.variables))} onAnew={anew} />}
      {isPersons ? <Notice tone="care" title={say('persons')} text={say('personsText')} urgent /> : null}
      {whatIsWrong(send.error) === 'code-expired' ? null : <Barcode onBarcode={found} />}
      <button className="quiet" onClick={anew}>
        {say('anew')}
      </button>
    </Page>
  );
}

/** The key of each tube of one person: a scanner that reads a barcode twice means one. */
function useKeys(code: string | undefined): (barcode: string) => string {
  const keys = useMemo(() => ({ of: code, tubes: new Map<string, string>() }), [code]);
  return (barcode) => {
    const key = keys.tubes.get(barcode) ?? crypto.randomUUID();
    keys.tubes.set(barcode, key);
    return key;
  };
}

function PersonCode({ onCode }: { readonly onCode: (code: string) => void }) {
  const say = useWords(clinicWords);
  const texts = { scan: say('scanCode'), typed: say('typeCode'), hint: say('typeCodeHint'), empty: say('codeEmpty'), act: say('go') };
  return (
    <Page key="code" title={say('register')} back="/clinic">
      <p>{say('codeIntro')}</p>
      <CodeEntry texts={texts} onCode={onCode} ready />
    </Page>
  );
}

function Barcode({ onBarcode }: { readonly onBarcode: (barcode: string) => void }) {
  const say = useWords(clinicWords);
  const texts = { scan: say('scanBarcode'), typed: say('typeBarcode'), hint: say('typeBarcodeHint'), empty: say('barcodeEmpty'), act: say('registerAct') };
  return (
    <>
      <p>{say('barcodeIntro')}</p>
      <CodeEntry texts={texts} onCode={onBarcode} ready />
    </>
  );
}

/** What does not even look like a sampling code is none that is good: another picture was held up. */
const whatIsWrong = (error: unknown): string | undefined => (error instanceof Failed && error.problem?.field === 'code' ? 'code-expired' : codeOf(error));

const SAYS = {
  'code-expired': ['expired', 'expiredText'],
  'barcode-taken': ['taken', 'takenText'],
  'conflict-of-interest': ['tied', 'tiedText'],
} as const;

function Failure({ error, onRetry, onAnew }: { readonly error: unknown; readonly onRetry: () => void; readonly onAnew: () => void }) {
  const say = useWords(clinicWords);
  const code = whatIsWrong(error);
  if (!isIn(SAYS, code)) return <Trouble error={error} onRetry={onRetry} />;
  const [title, text] = SAYS[code];
  return (
    <Notice tone="care" title={say(title)} text={say(text)} urgent>
      {code === 'barcode-taken' ? null : (
        <button className="main" onClick={onAnew}>
          {say('anew')}
        </button>
      )}
    </Notice>
  );
}
